package dev.parley.application.port.out.event;

import dev.parley.domain.user.UserId;

/**
 * Tells of new events, on whichever node they were appended. A signal has no content: it says "look", and whoever gets it
 * reads on from their own position. So one that is lost, doubled, late or out of order loses nothing, and a lost one is
 * made up for within seconds.
 */
public interface EventSignals {

    /**
     * Calls {@code onSignal} whenever there may be something new for the user, from when this returns until the
     * subscription is closed.
     *
     * @param onSignal must neither wait nor throw
     */
    Subscription subscribe(UserId user, Runnable onSignal);

    /** Ends with {@link #close}; closing twice is as good as once, and nobody else's subscription ends by it. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
