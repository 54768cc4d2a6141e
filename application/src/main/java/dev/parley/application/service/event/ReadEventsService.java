package dev.parley.application.service.event;

import dev.parley.application.port.in.event.ReadEventsUseCase;
import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventLogState;
import dev.parley.domain.event.EventLogState.Standing;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.SessionPolicy;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Following is a use of the session, and keeps it from expiring like any other. */
public final class ReadEventsService implements ReadEventsUseCase {

    private final UnitOfWork unitOfWork;
    private final Sessions sessions;
    private final UserEvents events;
    private final Users users;
    private final SessionPolicy policy;
    private final Clock clock;

    public ReadEventsService(
            UnitOfWork unitOfWork,
            Sessions sessions,
            UserEvents events,
            Users users,
            SessionPolicy policy,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
        this.events = events;
        this.users = users;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public Result read(Query query) {
        if (query.limit() < 1 || query.limit() > MAX_LIMIT) {
            throw new IllegalArgumentException("a limit is 1 to " + MAX_LIMIT);
        }
        Reading reading = unitOfWork.snapshot(() -> open(query.caller())
                .map(session -> new Reading(Optional.of(session), look(query)))
                .orElseGet(() -> new Reading(Optional.empty(), new Result.SessionEnded())));
        reading.session()
                .flatMap(session -> policy.seen(session, clock.instant()))
                .ifPresent(sessions::see);
        return reading.result();
    }

    private Optional<Session> open(Caller caller) {
        return sessions.find(caller.user(), caller.session()).filter(session -> session.isOpenAt(clock.instant()));
    }

    private Result look(Query query) {
        EventLogState state = events.state(query.caller().user());
        EventCursor after = query.after().orElseGet(state::end);
        Standing standing = state.of(after);
        return standing == Standing.GOOD ? readOn(query, after, state.end()) : new Result.Reset(standing, state.end());
    }

    /** The log has no gaps, so whoever is not at its end yet has more before them. */
    private Result readOn(Query query, EventCursor after, EventCursor end) {
        UserId user = query.caller().user();
        List<UserEvents.Entry> read = events.listAfter(user, after.seq(), query.limit());
        EventCursor reached = new EventCursor(after.epoch(), after.seq() + read.size());
        Map<UserId, Username> names =
                users.names(Stream.concat(Stream.of(user), read.stream().flatMap(ReadEventsService::peer))
                        .collect(Collectors.toSet()));
        return new Result.Events(
                read.stream().map(entry -> happening(entry, names)).toList(), reached, reached.seq() < end.seq());
    }

    private static Stream<UserId> peer(UserEvents.Entry entry) {
        return switch (entry.event().change()) {
            case Change.MessageCreated created -> Stream.of(created.peer());
            case Change.MessageReleased released -> Stream.of(released.peer());
            case Change.ReceiptRead read -> Stream.of(read.reader());
            case Change.ConversationRead read -> Stream.of(read.peer());
            case Change.BlockCreated block -> Stream.of(block.blocked());
            case Change.BlockRemoved block -> Stream.of(block.blocked());
            case Change.SessionRevoked session -> Stream.empty();
            case Change.UserErased erased -> Stream.of(erased.peer());
        };
    }

    private static Happening happening(UserEvents.Entry entry, Map<UserId, Username> names) {
        return new Happening(entry.event().seq(), entry.event().at(), what(entry, names));
    }

    private static What what(UserEvents.Entry entry, Map<UserId, Username> names) {
        return switch (entry.event().change()) {
            case Change.MessageCreated created ->
                new What.MessageCreated(
                        name(created.peer(), names),
                        message(entry).shownAsFrom(name(message(entry).sender(), names)),
                        name(message(entry).sender(), names),
                        name(message(entry).receiver(), names));
            case Change.MessageReleased released ->
                new What.MessageReleased(
                        name(released.peer(), names),
                        message(entry).shownAsFrom(name(message(entry).sender(), names)),
                        name(message(entry).sender(), names),
                        name(message(entry).receiver(), names));
            case Change.ReceiptRead read ->
                new What.ReceiptRead(name(read.reader(), names), message(entry).id(), read.readAt());
            case Change.ConversationRead read ->
                new What.ConversationRead(
                        name(read.peer(), names), message(entry).id(), read.readAt(), read.unread());
            case Change.BlockCreated block -> new What.BlockCreated(name(block.blocked(), names));
            case Change.BlockRemoved block -> new What.BlockRemoved(name(block.blocked(), names));
            case Change.SessionRevoked revoked -> new What.SessionRevoked(revoked.session());
            case Change.UserErased erased -> new What.UserErased(name(erased.peer(), names));
        };
    }

    private static Message message(UserEvents.Entry entry) {
        return entry.message().orElseThrow();
    }

    private static Username name(UserId user, Map<UserId, Username> names) {
        return Optional.ofNullable(names.get(user)).orElseThrow();
    }

    /** @param session if it still lets anybody in */
    private record Reading(Optional<Session> session, Result result) {}
}
