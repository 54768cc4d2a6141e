package dev.parley.application.port.in.event;

import dev.parley.domain.user.UserId;

/** A device that has read all events waits for new ones. */
public interface WatchEventsUseCase {

    /**
     * Calls {@code onSignal} when the user may have new events, from the return of this method until the watch is closed. A
     * signal has no content, and may be repeated or find nothing new. A lost signal is made up for within seconds.
     *
     * @param onSignal must neither block nor throw
     */
    Watch watch(UserId user, Runnable onSignal);

    /** A watch that ends when it is closed; closing again has no effect. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {

        @Override
        void close();
    }
}
