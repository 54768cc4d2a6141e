package dev.parley.adapters.rest.legacy.json;

/** An empty object. */
public record EmptyResponse() implements LegacyBody {}
