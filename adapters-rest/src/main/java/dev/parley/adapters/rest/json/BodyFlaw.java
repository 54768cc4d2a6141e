package dev.parley.adapters.rest.json;

/** The reason why a request body was rejected. */
public sealed interface BodyFlaw {

    /** The client closed the connection or violated the transport protocol. */
    record Unreadable() implements BodyFlaw {}

    /** @param mediaType the {@code Content-Type} as sent; may be empty */
    record NotJson(String mediaType) implements BodyFlaw {}

    /** @param maxBytes the longest accepted body */
    record TooLarge(int maxBytes) implements BodyFlaw {}

    /** @param reason the error and its position; contains nothing of the body */
    record Malformed(String reason) implements BodyFlaw {}
}
