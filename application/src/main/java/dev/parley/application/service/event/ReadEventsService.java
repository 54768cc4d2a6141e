package dev.parley.application.service.event;

import dev.parley.application.port.in.event.ReadEventsUseCase;
import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.out.event.EventPages;
import dev.parley.application.port.out.event.EventPages.EventPage;
import dev.parley.application.port.out.event.EventPages.EventPageQuery;
import dev.parley.application.port.out.event.EventSignals;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventLogState.CursorStatus;
import dev.parley.domain.event.EventView;
import dev.parley.domain.event.Subscription;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.SessionPolicy;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.user.Names;
import dev.parley.domain.user.UserId;
import java.time.Clock;

/** Reading events counts as a use of the session and extends it. */
public final class ReadEventsService implements ReadEventsUseCase {

    private final EventPages eventPages;
    private final EventSignals signals;
    private final Sessions sessions;
    private final SessionPolicy policy;
    private final Clock clock;

    public ReadEventsService(
            EventPages eventPages, EventSignals signals, Sessions sessions, SessionPolicy policy, Clock clock) {
        this.eventPages = eventPages;
        this.signals = signals;
        this.sessions = sessions;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public Result read(Query query) {
        PageLimit.require(query.limit(), MAX_LIMIT);
        Caller caller = query.caller();
        EventPage reading =
                eventPages.read(new EventPageQuery(caller.user(), caller.session(), query.after(), query.limit()));
        return reading.session()
                .filter(session -> session.isOpenAt(clock.instant()))
                .map(session -> seen(session, result(query, reading)))
                .orElseGet(Result.SessionEnded::new);
    }

    @Override
    public Subscription watch(UserId user, Runnable onSignal) {
        return signals.subscribe(user, onSignal);
    }

    private Result seen(Session session, Result result) {
        policy.seen(session, clock.instant()).ifPresent(sessions::see);
        return result;
    }

    private static Result result(Query query, EventPage reading) {
        EventCursor end = reading.state().end();
        EventCursor after = query.after().orElse(end);
        CursorStatus standing = reading.state().of(after);
        return standing == CursorStatus.GOOD ? events(after, end, reading) : new Result.Reset(standing, end);
    }

    /** The log has no gaps, so there are more events unless the cursor has reached the end. */
    private static Result events(EventCursor after, EventCursor end, EventPage reading) {
        Names names = new Names(reading.names());
        EventCursor reached =
                new EventCursor(after.epoch(), after.seq() + reading.entries().size());
        return new Result.Events(
                reading.entries().stream()
                        .map(entry -> EventView.of(entry.event(), entry.message(), names))
                        .toList(),
                reached,
                reached.seq() < end.seq());
    }
}
