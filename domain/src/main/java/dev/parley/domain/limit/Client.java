package dev.parley.domain.limit;

/** The client whose requests a rate limit counts. */
public sealed interface Client {

    /** An authenticated user. */
    record User(long id) implements Client {}

    /** A client without a valid token, identified by its network. */
    record Anonymous(Network network) implements Client {}
}
