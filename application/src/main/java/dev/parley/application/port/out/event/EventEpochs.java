package dev.parley.application.port.out.event;

import dev.parley.domain.event.EventEpoch;

/** The current event epoch of the state store. */
public interface EventEpochs {

    EventEpoch current();

    /** Starts a new epoch, because the event history may have gone back. All earlier cursors are then answered with a reset. */
    EventEpoch renew();

    /**
     * Starts a new epoch if the store detects that it was replaced, promoted or restored since the current epoch started.
     * Concurrent calls from several nodes start only one. For changes that the store cannot detect, such as a copied data
     * directory, an operator must call {@link #renew}.
     *
     * @return the epoch that is then current
     */
    EventEpoch verify();
}
