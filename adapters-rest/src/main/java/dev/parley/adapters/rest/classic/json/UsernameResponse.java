package dev.parley.adapters.rest.classic.json;

/** The name that was registered, as it is kept. */
public record UsernameResponse(String username) implements ClassicBody {}
