package dev.parley.adapters.rest.classic.json;

/** An object with nothing in it. */
public record EmptyResponse() implements ClassicBody {}
