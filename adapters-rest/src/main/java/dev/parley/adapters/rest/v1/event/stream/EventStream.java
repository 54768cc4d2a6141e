package dev.parley.adapters.rest.v1.event.stream;

import dev.parley.adapters.rest.request.AnswerBudget.Room;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.event.follow.Bell;
import dev.parley.adapters.rest.v1.event.follow.Ending;
import dev.parley.adapters.rest.v1.event.follow.Follower;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.event.ReadEventsUseCase.Query;
import dev.parley.application.port.in.event.ReadEventsUseCase.Result;
import dev.parley.application.port.in.event.WatchEventsUseCase.Watch;
import dev.parley.application.port.in.session.Caller;
import dev.parley.domain.event.EventCursor;
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
 * One stream, in a thread of its own: it reads a little, writes that, and reads on until there is no more; then it waits
 * for the bell. A client that takes nothing keeps its own thread waiting and nobody else's, and nothing piles up for it.
 *
 * <p>Each reading asks whether the session still lives. So whatever rings, nothing is written that happened after its end.
 */
final class EventStream implements Follower, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    /** Most events of one reading. */
    private static final int MOST_AT_ONCE = 20;

    private static final Duration ROOM_PAUSE = Duration.ofMillis(500);

    private final Caller caller;
    private final AsyncResponse response;
    private final Line line;
    private final EventStreams streams;
    private final Bell bell = new Bell();
    private final AtomicReference<Optional<Ending>> asked = new AtomicReference<>(Optional.empty());
    private StreamPosition position;
    private Optional<Passage> passage = Optional.empty();
    private int atOnce = MOST_AT_ONCE;

    EventStream(Caller caller, Optional<EventCursor> after, AsyncResponse response, Line line, EventStreams streams) {
        this.caller = caller;
        this.response = response;
        this.line = line;
        this.streams = streams;
        this.position = StreamPosition.beginning(after);
    }

    @Override
    public SessionId session() {
        return caller.session();
    }

    @Override
    public void end(Ending why) {
        asked.compareAndSet(Optional.empty(), Optional.of(why));
        bell.ring();
    }

    void cutIfStuck() {
        line.cutIfStuck();
    }

    @Override
    public void run() {
        Ending ending = Ending.INTERNAL_ERROR;
        try (Watch watch = streams.reader().watch(caller.user(), bell)) {
            ending = begin();
        } catch (IOException e) {
            ending = line.wasCut() ? Ending.TOO_SLOW : Ending.GONE;
        } catch (RuntimeException e) {
            fail(e);
        } finally {
            line.close();
            streams.leave(this, ending);
        }
    }

    /** Before it has begun a failure is answered as any other request's. */
    private void fail(RuntimeException e) {
        if (response.resume(e)) {
            return;
        }
        LOG.error("An event stream failed", e);
        try {
            sayBye(Ending.INTERNAL_ERROR);
        } catch (IOException gone) {
            // and nobody is left to be told
        }
    }

    private Ending begin() throws IOException {
        try {
            if (!look()) {
                response.resume(Problem.of(ProblemCode.INVALID_TOKEN).response());
                return Ending.REFUSED;
            }
        } catch (UnavailableException e) {
            response.resume(e);
            return Ending.REFUSED;
        }
        if (!line.open(response)) {
            return Ending.GONE;
        }
        line.write(new SseText().retry(streams.retryMillis()).bytes());
        return sayBye(follow());
    }

    private Ending sayBye(Ending why) throws IOException {
        line.write(new SseText().event("bye", new StreamMark.Bye(why.code())).bytes());
        return why;
    }

    private Ending follow() throws IOException {
        boolean open = true;
        while (open && asked.get().isEmpty()) {
            boolean more = deliver();
            if (!more) {
                rest(streams.settings().sessionCheck());
            }
            open = asked.get().isPresent() || lookWhenPossible();
        }
        return asked.get().orElse(Ending.SESSION_ENDED);
    }

    /**
     * Reads what there is to say from here.
     *
     * @return false if the session has ended
     */
    private boolean look() {
        passage = switch (streams.reader().read(new Query(caller, position.cursor(), atOnce))) {
            case Result.SessionEnded() -> Optional.empty();
            case Result.Events events -> Optional.of(position.tell(events));
            case Result.Reset reset -> Optional.of(position.tell(reset));
        };
        passage.ifPresent(this::learnFrom);
        return passage.isPresent();
    }

    /** Of large events only a few fit into one writing, and those that do not are read in vain. */
    private void learnFrom(Passage read) {
        atOnce = read.unused() > 0 ? atOnce - read.unused() : Math.min(MOST_AT_ONCE, 2 * atOnce);
    }

    /** Sees an outage of the store through: thousands who came again at once would not help it up. */
    private boolean lookWhenPossible() throws IOException {
        while (asked.get().isEmpty()) {
            try {
                return look();
            } catch (UnavailableException e) {
                rest(e.retryAfter());
            }
        }
        return true;
    }

    /**
     * Writes what was read, unless there is no room for it now: then it is forgotten, and read again later.
     *
     * @return whether to read on at once
     */
    private boolean deliver() throws IOException {
        Passage read = passage.orElseThrow();
        passage = Optional.empty(); // or it would be held until something else is read
        Optional<Room> room = streams.budget().take(read.text().length);
        if (room.isEmpty()) {
            rest(ROOM_PAUSE);
            return true;
        }
        try (Room held = room.get()) {
            if (read.text().length > 0) {
                line.write(read.text());
            }
        }
        position = read.next();
        if (line.isSlow()) {
            end(Ending.TOO_SLOW);
        }
        return read.more();
    }

    /** Waits for the bell, but not for ever; says now and then that the stream is still there. */
    private void rest(Duration atMost) throws IOException {
        long heartbeat = streams.settings().heartbeat().toNanos();
        long begin = streams.nanoTime();
        long left = atMost.toNanos();
        while (left > 0 && !bell.await(Math.min(left, heartbeat - line.silence()))) {
            if (line.silence() >= heartbeat) {
                line.write(SseText.heartbeat());
            }
            left = atMost.toNanos() - (streams.nanoTime() - begin);
        }
    }
}
