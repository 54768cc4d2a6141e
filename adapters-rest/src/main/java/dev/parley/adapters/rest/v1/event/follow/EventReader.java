package dev.parley.adapters.rest.v1.event.follow;

import dev.parley.application.port.in.event.ReadEventsUseCase;
import dev.parley.application.port.in.event.ReadEventsUseCase.Query;
import dev.parley.application.port.in.event.ReadEventsUseCase.Result;
import dev.parley.domain.event.Subscription;
import dev.parley.domain.user.UserId;
import java.util.concurrent.Semaphore;

/**
 * Reads events with bounded concurrency, first come, first served.
 *
 * <p>One signal can wake thousands of connections. Without the bound they would hold all their events in memory at once
 * and leave the database no time for requests.
 */
public final class EventReader {

    private final ReadEventsUseCase events;
    private final Semaphore turns;

    public EventReader(ReadEventsUseCase events, int maxReadings) {
        this.events = events;
        this.turns = new Semaphore(maxReadings, true);
    }

    /** Signals {@code wakeUp} for every new event from the time this returns. Call it before the first read. */
    public Subscription watch(UserId user, WakeUp wakeUp) {
        return events.watch(user, wakeUp::signal);
    }

    /** @throws dev.parley.domain.shared.UnavailableException if the database is unavailable */
    public Result read(Query query) {
        turns.acquireUninterruptibly();
        try {
            return events.read(query);
        } finally {
            turns.release();
        }
    }
}
