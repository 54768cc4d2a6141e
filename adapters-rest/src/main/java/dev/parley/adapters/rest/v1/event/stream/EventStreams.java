package dev.parley.adapters.rest.v1.event.stream;

import dev.parley.adapters.rest.request.AnswerBudget;
import dev.parley.adapters.rest.v1.event.follow.EndReason;
import dev.parley.adapters.rest.v1.event.follow.EventConnectionSettings;
import dev.parley.adapters.rest.v1.event.follow.EventConnections;
import dev.parley.adapters.rest.v1.event.follow.EventReader;
import dev.parley.application.port.in.session.Caller;
import dev.parley.domain.event.EventCursor;
import jakarta.ws.rs.container.AsyncResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** The open streams of this node, and what they share. */
public final class EventStreams {

    private final EventReader reader;
    private final EventConnectionSettings settings;
    private final LongSupplier nanoTime;
    private final IntSupplier retryMillis;
    private final EventConnections open;
    private final AnswerBudget budget;
    private final Map<EndReason, LongAdder> ended = new EnumMap<>(EndReason.class);
    private final ThreadFactory threads =
            Thread.ofVirtual().name("event-stream-", 1).factory();

    public EventStreams(
            EventReader reader, EventConnectionSettings settings, LongSupplier nanoTime, IntSupplier retryMillis) {
        this.reader = reader;
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.retryMillis = retryMillis;
        this.budget = new AnswerBudget(settings.maxUnwrittenBytes(), StreamPosition.ENOUGH_BYTES);
        this.open = new EventConnections(settings.maxStreams(), settings.maxPerSession());
        for (EndReason ending : EndReason.values()) {
            ended.put(ending, new LongAdder());
        }
    }

    /**
     * Starts a stream and returns immediately.
     *
     * @param cut aborts the connection, even while a write is blocked
     * @return false if the limit of streams is reached
     */
    public boolean open(Caller caller, Optional<EventCursor> after, AsyncResponse response, Runnable cut) {
        SseConnection connection = new SseConnection(cut, nanoTime, settings.slowAfter());
        EventStream stream = new EventStream(caller, after, response, connection, this);
        if (!open.admit(stream)) {
            return false;
        }
        threads.newThread(stream).start();
        return true;
    }

    /** Aborts connections with a stalled write. Must be called periodically. */
    public void cutStuck() {
        open.all().stream()
                .filter(EventStream.class::isInstance)
                .map(EventStream.class::cast)
                .forEach(EventStream::abortIfStalled);
    }

    /** The open streams. */
    public EventConnections followers() {
        return open;
    }

    /** The number of streams that ended for this reason since the start. */
    public long ended(EndReason why) {
        return ended.getOrDefault(why, new LongAdder()).sum();
    }

    void leave(EventStream stream, EndReason why) {
        ended.getOrDefault(why, new LongAdder()).increment();
        open.leave(stream);
    }

    EventReader reader() {
        return reader;
    }

    EventConnectionSettings settings() {
        return settings;
    }

    AnswerBudget budget() {
        return budget;
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    int retryMillis() {
        return retryMillis.getAsInt();
    }
}
