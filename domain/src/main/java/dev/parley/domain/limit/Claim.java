package dev.parley.domain.limit;

/** One unit that somebody wants of a limit. */
public record Claim(RateLimit limit, LimitKey key) {}
