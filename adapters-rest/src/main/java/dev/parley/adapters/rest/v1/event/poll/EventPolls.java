package dev.parley.adapters.rest.v1.event.poll;

import dev.parley.adapters.rest.v1.event.follow.EventConnectionSettings;
import dev.parley.adapters.rest.v1.event.follow.EventConnections;
import dev.parley.adapters.rest.v1.event.follow.EventReader;
import dev.parley.application.port.in.session.Caller;
import jakarta.ws.rs.container.AsyncResponse;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/** The waiting polls of this node, and what they share. */
public final class EventPolls {

    private final EventReader reader;
    private final LongSupplier nanoTime;
    private final EventConnections waiting;
    private final ThreadFactory threads =
            Thread.ofVirtual().name("event-poll-", 1).factory();

    public EventPolls(EventReader reader, EventConnectionSettings settings, LongSupplier nanoTime) {
        this.reader = reader;
        this.nanoTime = nanoTime;
        this.waiting = new EventConnections(settings.maxPolls(), settings.maxPerSession());
    }

    /**
     * Starts a poll and returns immediately.
     *
     * @return false if the limit of polls is reached
     */
    boolean open(Caller caller, PollQuery query, AsyncResponse response) {
        EventPoll poll = new EventPoll(caller, query, response, this);
        if (!waiting.admit(poll)) {
            return false;
        }
        threads.newThread(poll).start();
        return true;
    }

    /** The waiting polls. */
    public EventConnections followers() {
        return waiting;
    }

    void leave(EventPoll poll) {
        waiting.leave(poll);
    }

    EventReader reader() {
        return reader;
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }
}
