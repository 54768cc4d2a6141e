package dev.parley.bootstrap.relay;

/** What this node's relay did last. */
public sealed interface RelayState {

    /** It led and carried what there was. */
    record Relaying() implements RelayState {}

    /** Another node leads, or the first turn is still to come. */
    record Standby() implements RelayState {}

    /** @param reason in words, for operators */
    record Failing(String reason) implements RelayState {}
}
