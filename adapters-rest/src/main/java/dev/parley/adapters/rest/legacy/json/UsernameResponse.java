package dev.parley.adapters.rest.legacy.json;

/** The registered name, as stored. */
public record UsernameResponse(String username) implements LegacyBody {}
