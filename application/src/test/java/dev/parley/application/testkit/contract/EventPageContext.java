package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.event.EventPages.EventPage;
import dev.parley.application.port.out.event.EventPages.EventPageQuery;
import dev.parley.application.port.out.session.Sessions.NewSession;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.event.EventEpoch;
import dev.parley.domain.event.EventLogState;
import dev.parley.domain.session.Session;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Cases of {@link EventPagesContract} for what a page has besides events: the session, the state of the log, the names.
 */
abstract class EventPageContext extends WithEventPages {

    private static final UserId UNKNOWN = new UserId(Long.MAX_VALUE);
    private static final Username ANNA = new Username("anna");
    private static final Username BO = new Username("bo");

    @Test
    protected void unknownUserHasNoEvents() {
        EventLogState nothing = new EventLogState(epoch(), 1, 0);

        assertThat(read(UNKNOWN, NO_SESSION, after(0)))
                .isEqualTo(new EventPage(Optional.empty(), nothing, List.of(), Map.of()));
        assertThat(read(anna, NO_SESSION, after(0)))
                .isEqualTo(new EventPage(Optional.empty(), nothing, List.of(), Map.of(anna, ANNA)));
    }

    @Test
    protected void sessionIsReadInItsCurrentState() {
        Session ofAnna = opened(anna, 1);
        Session ofBo = opened(bo, 2);

        assertThat(read(anna, ofAnna.id()).session()).contains(ofAnna);
        assertThat(read(anna, ofBo.id()).session()).isEmpty();
        Session seen = new Session(
                ofAnna.id(),
                anna,
                ofAnna.device(),
                ofAnna.address(),
                ofAnna.createdAt(),
                NOW.plusSeconds(60),
                NOW.plusSeconds(90));
        stores.sessions().see(seen);
        assertThat(read(anna, ofAnna.id()).session()).contains(seen);
        stores.sessions().close(anna, ofAnna.id());
        assertThat(read(anna, ofAnna.id()).session()).isEmpty();
    }

    @Test
    protected void expiredSessionIsReturned() {
        Session expired = stores.sessions()
                .open(new NewSession(digest(1), anna, Optional.empty(), NOW, NOW.minus(Duration.ofDays(9)), ORIGIN));

        assertThat(read(anna, expired.id()).session()).contains(expired);
    }

    @Test
    protected void readWithoutCursorReturnsTheStateAndNoEvents() {
        append(WithUserEvents.event(anna, 1), WithUserEvents.event(anna, 2));

        EventPage reading = read(anna, NO_SESSION, Optional.empty());

        assertThat(reading.state()).isEqualTo(new EventLogState(epoch(), 1, 2));
        assertThat(reading.entries()).isEmpty();
        assertThat(reading.names()).isEqualTo(Map.of(anna, ANNA));
    }

    @Test
    protected void deletedEventsAreReportedByTheState() {
        append(
                WithUserEvents.event(anna, 1),
                WithUserEvents.event(anna, 2),
                WithUserEvents.event(anna, 3, NOW.plusSeconds(9)));
        stores.events().removeBefore(NOW.plusSeconds(1));

        EventPage reading = read(anna, NO_SESSION, after(0));

        assertThat(reading.state()).isEqualTo(new EventLogState(epoch(), 3, 3));
        assertThat(seqs(reading)).containsExactly(3L);
    }

    @Test
    protected void onlyTheNumberOfACursorIsUsed() {
        append(WithUserEvents.event(anna, 1), WithUserEvents.event(anna, 2));
        EventCursor elsewhere = new EventCursor(new EventEpoch(new UUID(1, 2)), 1);

        assertThat(seqs(read(anna, NO_SESSION, Optional.of(elsewhere)))).containsExactly(2L);
        assertThat(seqs(read(anna, NO_SESSION, after(Long.MAX_VALUE)))).isEmpty();
    }

    @Test
    protected void currentNamesOfAllUsersInTheEntriesAreReturned() {
        UserId carla = registered("carla");
        UserId dora = registered("dora");
        send(bo, anna, "hello");
        send(anna, anna, "note");
        append(block(carla), block(dora));

        assertThat(read(anna, after(0)).names())
                .isEqualTo(Map.of(anna, ANNA, bo, BO, carla, new Username("carla"), dora, new Username("dora")));
        assertThat(stores.eventPages()
                        .read(new EventPageQuery(anna, NO_SESSION, after(1), 2))
                        .names())
                .isEqualTo(Map.of(anna, ANNA, carla, new Username("carla")));
        inUnitOfWork(() -> stores.users().erase(carla));
        assertThat(read(anna, after(2)).names()).containsEntry(carla, Username.ofErased(carla));
    }

    @Test
    protected void unknownUsersHaveNoName() {
        append(block(UNKNOWN));

        assertThat(read(anna, after(0)).names()).isEqualTo(Map.of(anna, ANNA));
    }

    @Test
    protected void unitOfWorkSeesItsOwnChanges() {
        Session session = opened(anna, 1);

        undone(() -> {
            append(WithUserEvents.event(anna, 1));
            stores.sessions().close(anna, session.id());

            EventPage reading = read(anna, session.id(), after(0));
            assertThat(reading.session()).isEmpty();
            assertThat(reading.state().head()).isEqualTo(1);
            assertThat(seqs(reading)).containsExactly(1L);
        });

        EventPage reading = read(anna, session.id(), after(0));
        assertThat(reading.session()).contains(session);
        assertThat(reading.state().head()).isZero();
        assertThat(reading.entries()).isEmpty();
    }

    private EventDraft block(UserId blocked) {
        return new EventDraft(anna, NOW, new Change.BlockCreated(blocked));
    }
}
