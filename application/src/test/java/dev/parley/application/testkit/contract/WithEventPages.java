package dev.parley.application.testkit.contract;

import dev.parley.application.port.out.event.EventPages.EventEntry;
import dev.parley.application.port.out.event.EventPages.EventPage;
import dev.parley.application.port.out.event.EventPages.EventPageQuery;
import dev.parley.application.port.out.session.Sessions.NewSession;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventEpoch;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** Anna and Bo, registered, and steps that the cases of {@link EventPagesContract} share. */
abstract class WithEventPages extends WithStores {

    protected static final SessionId NO_SESSION = new SessionId(Long.MAX_VALUE);
    protected static final int LIMIT = 10;

    protected UserId anna;
    protected UserId bo;

    @BeforeEach
    protected void register() {
        anna = registered("anna");
        bo = registered("bo");
    }

    protected final Session opened(UserId user, int number) {
        return stores.sessions()
                .open(new NewSession(
                        digest(number), user, Optional.empty(), NOW, NOW.plus(Duration.ofDays(1)), ORIGIN));
    }

    protected static TokenDigest digest(int number) {
        return new TokenDigest("%064x".formatted(number));
    }

    protected final EventEpoch epoch() {
        return stores.epochs().current();
    }

    protected final Optional<EventCursor> after(long seq) {
        return Optional.of(new EventCursor(epoch(), seq));
    }

    protected final EventPage read(UserId user, SessionId session) {
        return read(user, session, Optional.empty());
    }

    protected final EventPage read(UserId user, Optional<EventCursor> after) {
        return read(user, NO_SESSION, after);
    }

    protected final EventPage read(UserId user, SessionId session, Optional<EventCursor> after) {
        return stores.eventPages().read(new EventPageQuery(user, session, after, LIMIT));
    }

    protected static List<Long> seqs(EventPage reading) {
        return reading.entries().stream()
                .map(EventEntry::event)
                .map(event -> event.seq())
                .toList();
    }
}
