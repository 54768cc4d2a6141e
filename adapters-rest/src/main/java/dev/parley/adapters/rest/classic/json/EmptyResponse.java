package dev.parley.adapters.rest.classic.json;

/** An empty object. */
public record EmptyResponse() implements ClassicBody {}
