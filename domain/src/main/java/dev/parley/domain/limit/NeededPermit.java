package dev.parley.domain.limit;

/** A request for one permit of a rate limit. */
public record NeededPermit(RateLimit limit, LimitKey key) {}
