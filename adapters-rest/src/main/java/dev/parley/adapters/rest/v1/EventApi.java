package dev.parley.adapters.rest.v1;

import dev.parley.adapters.rest.v1.event.follow.EndReason;
import dev.parley.adapters.rest.v1.event.follow.EventConnection;
import dev.parley.adapters.rest.v1.event.follow.EventConnectionSettings;
import dev.parley.adapters.rest.v1.event.follow.EventConnections.Drain;
import dev.parley.adapters.rest.v1.event.follow.EventReader;
import dev.parley.adapters.rest.v1.event.poll.EventPolls;
import dev.parley.adapters.rest.v1.event.stream.EventStreams;
import dev.parley.application.port.in.event.ReadEventsUseCase;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The event streams and long polls of v1.
 *
 * <p>Call {@link #start} before the first request, and {@link #stop} while the server still responds. Otherwise requests that
 * wait for events would delay the stop of the server until it cuts them off.
 */
public final class EventApi {

    private static final Duration LOOK_FOR_STUCK = Duration.ofSeconds(1);

    /** How long streams may take to write {@code bye} after they were asked to end. */
    private static final Duration DRAIN_TIME = Duration.ofSeconds(2);

    private final EventConnectionSettings settings;
    private final EventStreams streams;
    private final EventPolls polls;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("event-streams").daemon().factory());

    /**
     * @param nanoTime a monotonic clock in nanoseconds
     * @param retryMillis how long a client waits before it reconnects; random, so that clients that were disconnected
     *     together do not reconnect together
     */
    public EventApi(
            ReadEventsUseCase read, EventConnectionSettings settings, LongSupplier nanoTime, IntSupplier retryMillis) {
        this.settings = settings;
        EventReader reader = new EventReader(read, settings.maxReadings());
        this.streams = new EventStreams(reader, settings, nanoTime, retryMillis);
        this.polls = new EventPolls(reader, settings, nanoTime);
    }

    public EventStreams streams() {
        return streams;
    }

    public EventPolls polls() {
        return polls;
    }

    public void start() {
        long interval = Math.min(LOOK_FOR_STUCK.toNanos(), settings.slowAfter().toNanos());
        var unused = timer.scheduleWithFixedDelay( // it never throws
                streams::cutStuck, interval, interval, TimeUnit.NANOSECONDS);
    }

    /**
     * Responds to all polls at once, and ends the streams one after another, so that their clients do not all reconnect at the
     * same moment. Admits no new streams and polls. Returns when all have ended, or after a limit.
     */
    public void stop() {
        Drain ofPolls = polls.followers().close();
        Drain ofStreams = streams.followers().close();
        ofPolls.left().forEach(poll -> poll.end(EndReason.SHUTDOWN));
        endOneByOne(ofStreams);
        Duration limit = settings.shutdownSpread().plus(DRAIN_TIME);
        CompletableFuture.allOf(ofPolls.drained(), ofStreams.drained())
                .completeOnTimeout(null, limit.toNanos(), TimeUnit.NANOSECONDS)
                .join();
        timer.shutdownNow();
    }

    private void endOneByOne(Drain streams) {
        int count = streams.left().size();
        Iterator<EventConnection> left = streams.left().iterator();
        for (int i = 0; i < count; i++) {
            EventConnection next = left.next();
            long delay = settings.shutdownSpread().toNanos() / count * i;
            var unused = timer.schedule(() -> next.end(EndReason.SHUTDOWN), delay, TimeUnit.NANOSECONDS);
        }
    }

    public int openStreams() {
        return streams.followers().count();
    }

    public int waitingPolls() {
        return polls.followers().count();
    }

    /** The number of streams that ended for this reason since the start. */
    public long endedStreams(EndReason why) {
        return streams.ended(why);
    }
}
