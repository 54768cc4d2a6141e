package dev.parley.bootstrap.relay;

/** The result of the last turn of this node's relay. */
public sealed interface RelayState {

    /** The node led and relayed what was in the outbox. */
    record Relaying() implements RelayState {}

    /** Another node leads, or no turn has run yet. */
    record Standby() implements RelayState {}

    /** @param reason for operators */
    record Failing(String reason) implements RelayState {}
}
