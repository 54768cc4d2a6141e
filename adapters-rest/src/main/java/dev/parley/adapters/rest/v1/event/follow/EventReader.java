package dev.parley.adapters.rest.v1.event.follow;

import dev.parley.application.port.in.event.ReadEventsUseCase;
import dev.parley.application.port.in.event.ReadEventsUseCase.Query;
import dev.parley.application.port.in.event.ReadEventsUseCase.Result;
import dev.parley.application.port.in.event.WatchEventsUseCase;
import dev.parley.application.port.in.event.WatchEventsUseCase.Watch;
import dev.parley.domain.user.UserId;
import java.util.concurrent.Semaphore;

/**
 * Reads events, some readings at a time and in the order in which they were asked for: one signal can wake thousands, who
 * would otherwise hold what they have read all at once, and leave the store no time for requests.
 */
public final class EventReader {

    private final ReadEventsUseCase read;
    private final WatchEventsUseCase watch;
    private final Semaphore turns;

    public EventReader(ReadEventsUseCase read, WatchEventsUseCase watch, int maxReadings) {
        this.read = read;
        this.watch = watch;
        this.turns = new Semaphore(maxReadings, true);
    }

    /** Rings whenever there may be something new, from when this returns; so begin with it, and read then. */
    public Watch watch(UserId user, Bell bell) {
        return watch.watch(user, bell::ring);
    }

    /** @throws dev.parley.domain.shared.UnavailableException if the store cannot be read now */
    public Result read(Query query) {
        turns.acquireUninterruptibly();
        try {
            return read.read(query);
        } finally {
            turns.release();
        }
    }
}
