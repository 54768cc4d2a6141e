package dev.parley.adapters.rest.v1.event.stream;

import dev.parley.adapters.rest.request.AnswerBudget.Room;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.event.follow.EndReason;
import dev.parley.adapters.rest.v1.event.follow.EventConnection;
import dev.parley.adapters.rest.v1.event.follow.WakeUp;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.event.ReadEventsUseCase.Query;
import dev.parley.application.port.in.event.ReadEventsUseCase.Result;
import dev.parley.application.port.in.session.Caller;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.Subscription;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.shared.UnavailableException;
import jakarta.ws.rs.container.AsyncResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream with its own thread. It reads a small page, writes it, and repeats until there are no more events; then it
 * waits for a signal. A slow client blocks only its own thread, and no events queue up for it.
 *
 * <p>Each read checks the session, so that events after the end of the session are never written.
 */
final class EventStream implements EventConnection, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    /** The maximum number of events per read. */
    private static final int MAX_PAGE_SIZE = 20;

    private static final Duration ROOM_PAUSE = Duration.ofMillis(500);

    private final Caller caller;
    private final AsyncResponse response;
    private final SseConnection connection;
    private final EventStreams streams;
    private final WakeUp wakeUp = new WakeUp();
    private final AtomicReference<Optional<EndReason>> requestedEnding = new AtomicReference<>(Optional.empty());
    private StreamPosition position;
    private Optional<SseChunk> chunk = Optional.empty();
    private int pageSize = MAX_PAGE_SIZE;

    EventStream(
            Caller caller,
            Optional<EventCursor> after,
            AsyncResponse response,
            SseConnection connection,
            EventStreams streams) {
        this.caller = caller;
        this.response = response;
        this.connection = connection;
        this.streams = streams;
        this.position = StreamPosition.beginning(after);
    }

    @Override
    public SessionId session() {
        return caller.session();
    }

    @Override
    public void end(EndReason why) {
        requestedEnding.compareAndSet(Optional.empty(), Optional.of(why));
        wakeUp.signal();
    }

    void abortIfStalled() {
        connection.abortIfStalled();
    }

    @Override
    public void run() {
        EndReason ending = EndReason.INTERNAL_ERROR;
        try (Subscription signals = streams.reader().watch(caller.user(), wakeUp)) {
            ending = begin();
        } catch (IOException e) {
            ending = connection.wasAborted() ? EndReason.TOO_SLOW : EndReason.GONE;
        } catch (RuntimeException e) {
            fail(e);
        } finally {
            connection.close();
            streams.leave(this, ending);
        }
    }

    /** Before the stream has begun, a failure is handled like that of any other request. */
    private void fail(RuntimeException e) {
        if (response.resume(e)) {
            return;
        }
        LOG.error("An event stream failed; closing it", e);
        try {
            writeBye(EndReason.INTERNAL_ERROR);
        } catch (IOException gone) {
            // the client has disconnected
        }
    }

    private EndReason begin() throws IOException {
        try {
            if (!read()) {
                response.resume(Problem.of(ProblemCode.INVALID_TOKEN).response());
                return EndReason.REFUSED;
            }
        } catch (UnavailableException e) {
            response.resume(e);
            return EndReason.REFUSED;
        }
        if (!connection.open(response)) {
            return EndReason.GONE;
        }
        connection.write(new SseText().retry(streams.retryMillis()).bytes());
        return writeBye(follow());
    }

    private EndReason writeBye(EndReason why) throws IOException {
        connection.write(new SseText()
                .event("bye", new StreamControlEvent.Bye(why.code()))
                .bytes());
        return why;
    }

    private EndReason follow() throws IOException {
        boolean open = true;
        while (open && requestedEnding.get().isEmpty()) {
            boolean more = deliver();
            if (!more) {
                pause(streams.settings().sessionCheck());
            }
            open = requestedEnding.get().isPresent() || readWhenAvailable();
        }
        return requestedEnding.get().orElse(EndReason.SESSION_ENDED);
    }

    /**
     * Reads the next events.
     *
     * @return false if the session has ended
     */
    private boolean read() {
        chunk = switch (streams.reader().read(new Query(caller, position.cursor(), pageSize))) {
            case Result.SessionEnded() -> Optional.empty();
            case Result.Events events -> Optional.of(position.tell(events));
            case Result.Reset reset -> Optional.of(position.tell(reset));
        };
        chunk.ifPresent(this::adaptPageSize);
        return chunk.isPresent();
    }

    /** Adapts the page size, so that few events are read that do not fit into the chunk. */
    private void adaptPageSize(SseChunk read) {
        pageSize = read.unused() > 0 ? pageSize - read.unused() : Math.min(MAX_PAGE_SIZE, 2 * pageSize);
    }

    /**
     * Keeps the stream open during a database outage: thousands of clients that reconnect at once would delay the
     * recovery.
     */
    private boolean readWhenAvailable() throws IOException {
        while (requestedEnding.get().isEmpty()) {
            try {
                return read();
            } catch (UnavailableException e) {
                pause(e.retryAfter());
            }
        }
        return true;
    }

    /**
     * Writes the events that were read. Without room in the budget it drops them, to read them again later.
     *
     * @return whether to read again immediately
     */
    private boolean deliver() throws IOException {
        SseChunk read = chunk.orElseThrow();
        chunk = Optional.empty(); // do not hold it while waiting
        Optional<Room> room = streams.budget().take(read.text().length);
        if (room.isEmpty()) {
            pause(ROOM_PAUSE);
            return true;
        }
        try (Room held = room.get()) {
            if (read.text().length > 0) {
                connection.write(read.text());
            }
        }
        position = read.next();
        if (connection.isSlow()) {
            end(EndReason.TOO_SLOW);
        }
        return read.more();
    }

    /** Waits for a signal, at most for the given time, and sends heartbeats. */
    private void pause(Duration atMost) throws IOException {
        long heartbeat = streams.settings().heartbeat().toNanos();
        long begin = streams.nanoTime();
        long left = atMost.toNanos();
        while (left > 0 && !wakeUp.await(Math.min(left, heartbeat - connection.idleNanos()))) {
            if (connection.idleNanos() >= heartbeat) {
                connection.write(SseText.heartbeat());
            }
            left = atMost.toNanos() - (streams.nanoTime() - begin);
        }
    }
}
