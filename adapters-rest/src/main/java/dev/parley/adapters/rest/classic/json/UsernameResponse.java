package dev.parley.adapters.rest.classic.json;

/** The registered name, as stored. */
public record UsernameResponse(String username) implements ClassicBody {}
