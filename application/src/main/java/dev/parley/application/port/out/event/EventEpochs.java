package dev.parley.application.port.out.event;

import dev.parley.domain.event.EventEpoch;

/** Which history of events the state store has. */
public interface EventEpochs {

    EventEpoch current();

    /** Begins a new epoch, because history may have gone back: every cursor of before ends in an explicit reset. */
    EventEpoch renew();

    /**
     * Begins a new epoch if the store can tell that it is another than the one that the present epoch began on, or has
     * been promoted or restored since; when several nodes ask at once, once. What it cannot tell, a copied data directory
     * for one, an operator must say with {@link #renew}.
     */
    EventEpoch verify();
}
