package dev.parley.application.port.out.event;

import dev.parley.domain.event.Subscription;
import dev.parley.domain.user.UserId;

/**
 * Signals new events, on whichever node they were appended. A signal has no content: its receiver reads on from its own
 * position. So lost, repeated, late or reordered signals lose no events, and a lost signal is made up for within seconds.
 */
public interface EventSignals {

    /**
     * Calls {@code onSignal} when the user may have new events, from the return of this method until the subscription is
     * closed.
     *
     * @param onSignal must neither block nor throw
     */
    Subscription subscribe(UserId user, Runnable onSignal);
}
