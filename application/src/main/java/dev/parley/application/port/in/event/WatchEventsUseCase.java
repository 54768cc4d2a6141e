package dev.parley.application.port.in.event;

import dev.parley.domain.user.UserId;

/** A device that has read to the end wants to be told when there is more. */
public interface WatchEventsUseCase {

    /**
     * Calls {@code onSignal} whenever there may be something new for the user, from when this returns until the watch is
     * closed. A signal has no content: it says "look", perhaps twice and perhaps in vain. One that is lost on its way
     * comes within seconds all the same.
     *
     * @param onSignal must neither wait nor throw
     */
    Watch watch(UserId user, Runnable onSignal);

    /** Ends a watch; closing twice is as good as once. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {

        @Override
        void close();
    }
}
