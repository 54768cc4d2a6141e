package dev.parley.adapters.rest.v1.event.poll;

import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.event.ResetReason;
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
import jakarta.ws.rs.container.AsyncResponse;
import java.util.Optional;

/**
 * One poll with its own thread. It responds as soon as there is an event. It responds without events after the
 * requested wait, or when it is asked to end.
 */
final class EventPoll implements EventConnection, Runnable {

    private final Caller caller;
    private final PollQuery query;
    private final AsyncResponse response;
    private final EventPolls polls;
    private final WakeUp wakeUp = new WakeUp();
    private volatile boolean ended;

    EventPoll(Caller caller, PollQuery query, AsyncResponse response, EventPolls polls) {
        this.caller = caller;
        this.query = query;
        this.response = response;
        this.polls = polls;
    }

    @Override
    public SessionId session() {
        return caller.session();
    }

    @Override
    public void end(EndReason why) {
        ended = true;
        wakeUp.signal();
    }

    @Override
    public void run() {
        try {
            response.resume(answer());
        } catch (RuntimeException e) {
            response.resume(e); // handled like the failure of any other request
        } finally {
            polls.leave(this);
        }
    }

    /** Subscribes before the first read, so that no event is missed between reading and waiting. */
    private Object answer() {
        long begin = polls.nanoTime();
        try (Subscription signals = polls.reader().watch(caller.user(), wakeUp)) {
            Result result = read(query.after());
            while (result instanceof Result.Events nothing && nothing.events().isEmpty() && awaitsEvent(begin)) {
                result = read(Optional.of(nothing.cursor()));
            }
            return responseOf(result);
        }
    }

    private Result read(Optional<EventCursor> after) {
        return polls.reader().read(new Query(caller, after, query.limit()));
    }

    /** @return whether to read again */
    private boolean awaitsEvent(long begin) {
        long left = query.patience().toNanos() - (polls.nanoTime() - begin);
        return left > 0 && wakeUp.await(left) && !ended;
    }

    private static Object responseOf(Result result) {
        return switch (result) {
            case Result.Events events -> EventPageResponse.of(events);
            case Result.SessionEnded() -> Problem.of(ProblemCode.INVALID_TOKEN).response();
            case Result.Reset(var standing, var cursor) ->
                Problem.of(
                                ProblemCode.CURSOR_EXPIRED,
                                ResetReason.meaning(standing),
                                new Problem.Reload(ResetReason.code(standing), ResetReason.SNAPSHOT))
                        .response();
        };
    }
}
