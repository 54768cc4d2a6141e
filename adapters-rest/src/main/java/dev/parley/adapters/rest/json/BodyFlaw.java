package dev.parley.adapters.rest.json;

/** Why a body could not be taken in. */
public sealed interface BodyFlaw {

    /** The client broke off, or broke the rules of the transport. */
    record Unreadable() implements BodyFlaw {}

    /** @param mediaType what the client sent as that, perhaps nothing */
    record NotJson(String mediaType) implements BodyFlaw {}

    /** @param maxBytes what would have been read */
    record TooLarge(int maxBytes) implements BodyFlaw {}

    /** @param reason why and where; repeats nothing of the body */
    record Malformed(String reason) implements BodyFlaw {}
}
