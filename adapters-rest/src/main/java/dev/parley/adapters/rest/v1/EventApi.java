package dev.parley.adapters.rest.v1;

import dev.parley.adapters.rest.v1.event.follow.Ending;
import dev.parley.adapters.rest.v1.event.follow.EventReader;
import dev.parley.adapters.rest.v1.event.follow.FollowSettings;
import dev.parley.adapters.rest.v1.event.follow.Follower;
import dev.parley.adapters.rest.v1.event.follow.Followers.Farewell;
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
 * The part of v1 that tells of events: by a stream, and by polls that wait.
 *
 * <p>{@link #start} it before the first request, and {@link #stop} it while the server still serves: requests that wait
 * for events would otherwise hold the server up until it cuts them off.
 */
public final class EventApi {

    private static final Duration LOOK_FOR_STUCK = Duration.ofSeconds(1);

    /** How long streams may take to say good-bye after they were asked. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final FollowSettings settings;
    private final EventStreams streams;
    private final EventPolls polls;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("event-streams").daemon().factory());

    /**
     * @param nanoTime nanoseconds since whenever, which only go forward
     * @param retryMillis how long a client is to wait before it comes again; another time for each, so that those who
     *     were lost together do not come back together
     */
    public EventApi(ReadEventsUseCase read, FollowSettings settings, LongSupplier nanoTime, IntSupplier retryMillis) {
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
     * Answers all polls at once and ends the streams over a while, so that their clients do not all come to the next node
     * at the same moment; lets nobody in meanwhile. Returns when all have left, or when it has waited long enough.
     */
    public void stop() {
        Farewell ofPolls = polls.followers().close();
        Farewell ofStreams = streams.followers().close();
        ofPolls.left().forEach(poll -> poll.end(Ending.SHUTDOWN));
        endOneByOne(ofStreams);
        Duration limit = settings.shutdownSpread().plus(FAREWELL);
        CompletableFuture.allOf(ofPolls.deserted(), ofStreams.deserted())
                .completeOnTimeout(null, limit.toNanos(), TimeUnit.NANOSECONDS)
                .join();
        timer.shutdownNow();
    }

    private void endOneByOne(Farewell streams) {
        int count = streams.left().size();
        Iterator<Follower> left = streams.left().iterator();
        for (int i = 0; i < count; i++) {
            Follower next = left.next();
            long delay = settings.shutdownSpread().toNanos() / count * i;
            var unused = timer.schedule(() -> next.end(Ending.SHUTDOWN), delay, TimeUnit.NANOSECONDS);
        }
    }

    public int openStreams() {
        return streams.followers().count();
    }

    public int waitingPolls() {
        return polls.followers().count();
    }

    /** How many streams have ended for a reason since the start. */
    public long endedStreams(Ending why) {
        return streams.ended(why);
    }
}
