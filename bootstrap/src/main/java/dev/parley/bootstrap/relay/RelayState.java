package dev.parley.bootstrap.relay;

/** The result of the last turn of the relay. */
public sealed interface RelayState {

    /** This node leads and has relayed the waiting activities. */
    record Relaying() implements RelayState {}

    /** Another node leads, or the first turn is still to come. */
    record Standby() implements RelayState {}

    /** @param reason in words, for operators */
    record Failing(String reason) implements RelayState {}
}
