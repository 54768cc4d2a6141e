package dev.parley.application.port.in.event;

import dev.parley.domain.event.EventEpoch;

/**
 * An operator declares that the event history may have gone back, for example after a restore. Every device then loads
 * everything again instead of missing events.
 */
public interface RenewEventEpochUseCase {

    /** Starts a new epoch and returns it. */
    EventEpoch renew();
}
