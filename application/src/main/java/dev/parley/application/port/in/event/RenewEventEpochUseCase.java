package dev.parley.application.port.in.event;

import dev.parley.domain.event.EventEpoch;

/**
 * An operator says that the history of events may have gone back, after a restore for instance. Every device then loads
 * everything anew, where it might otherwise have missed something.
 */
public interface RenewEventEpochUseCase {

    /** The epoch that begins. */
    EventEpoch renew();
}
