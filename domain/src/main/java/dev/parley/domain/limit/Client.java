package dev.parley.domain.limit;

/** Who makes a request, as far as is known when it has to be let in. */
public sealed interface Client {

    /** Whoever has shown a token. */
    record User(long id) implements Client {}

    /** Whoever has not, from there. */
    record Stranger(Network network) implements Client {}
}
