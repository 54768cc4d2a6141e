package dev.parley.application.service.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.in.event.ReadEventsUseCase;
import dev.parley.application.port.in.event.ReadEventsUseCase.Query;
import dev.parley.application.port.in.event.ReadEventsUseCase.Result;
import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.LogInUseCase.Result.LoggedIn;
import dev.parley.application.port.in.session.LogOutUseCase;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventLogState.CursorStatus;
import dev.parley.domain.event.EventView;
import dev.parley.domain.session.Session;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReadEventsServiceTest {

    private static final Duration TICK = Duration.ofNanos(1000);

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");
    private final LoggedIn login = world.loggedIn("anna");

    @Test
    void readWithoutCursorStartsAtTheEnd() {
        world.send(bo, anna, "before");
        EventCursor begun = cursor(1);
        assertThat(read(Optional.empty(), 10)).isEqualTo(new Result.Events(List.of(), begun, false));

        world.send(bo, anna, "after");

        assertThat(read(Optional.of(begun), 10)).isInstanceOfSatisfying(Result.Events.class, events -> {
            assertThat(events.events()).extracting(EventView::seq).containsExactly(2L);
            assertThat(events.cursor()).isEqualTo(cursor(2));
            assertThat(events.more()).isFalse();
        });
    }

    @Test
    void eventsAreReadInPagesWithoutAGap() {
        for (int i = 0; i < 5; i++) {
            world.send(bo, anna, "number " + i);
        }

        Result.Events first = events(cursor(0), 3);
        assertThat(first.events()).extracting(EventView::seq).containsExactly(1L, 2L, 3L);
        assertThat(first.cursor()).isEqualTo(cursor(3));
        assertThat(first.more()).isTrue();

        Result.Events second = events(first.cursor(), 2);
        assertThat(second.events()).extracting(EventView::seq).containsExactly(4L, 5L);
        assertThat(second.cursor()).isEqualTo(cursor(5));
        assertThat(second.more()).isFalse();
    }

    @Test
    void readAtTheEndReturnsTheSameCursor() {
        world.send(bo, anna, "hello");

        assertThat(events(cursor(1), 10)).isEqualTo(new Result.Events(List.of(), cursor(1), false));
    }

    @Test
    void eventsOfOtherUsersAreNotReturned() {
        world.send(bo, world.user("carla"), "hello");

        assertThat(events(cursor(0), 10).events()).isEmpty();
    }

    @Test
    void cursorOfAnotherEpochIsReset() {
        world.send(bo, anna, "hello");
        EventCursor before = cursor(1);

        world.stores().epochs().renew();

        assertThat(read(Optional.of(before), 10)).isEqualTo(new Result.Reset(CursorStatus.OTHER_EPOCH, cursor(1)));
    }

    @Test
    void cursorBeyondTheEndIsReset() {
        world.send(bo, anna, "hello");

        assertThat(read(Optional.of(cursor(2)), 10)).isEqualTo(new Result.Reset(CursorStatus.FUTURE, cursor(1)));
    }

    @Test
    void cursorBeforeDeletedEventsIsReset() {
        world.send(bo, anna, "forgotten");
        world.send(bo, anna, "forgotten too");
        world.stores().events().removeBefore(world.now().plusSeconds(60));
        world.secondsLater(60);
        world.send(bo, anna, "kept");

        assertThat(read(Optional.of(cursor(1)), 10)).isEqualTo(new Result.Reset(CursorStatus.EXPIRED, cursor(3)));
        assertThat(events(cursor(2), 10).events()).extracting(EventView::seq).containsExactly(3L);
    }

    @Test
    void endedSessionReceivesNothing() {
        world.send(bo, anna, "hello");
        world.app().logOut().logOut(new LogOutUseCase.Command(UseCaseFixture.caller(login), UseCaseFixture.ORIGIN));

        assertThat(read(Optional.of(cursor(0)), 10)).isEqualTo(new Result.SessionEnded());
        assertThat(read(Optional.empty(), 10)).isEqualTo(new Result.SessionEnded());
    }

    @Test
    void sessionReceivesEventsUntilItExpires() {
        world.clock().advance(UseCases.POLICY.lifetime());

        assertThat(read(Optional.empty(), 10)).isEqualTo(new Result.SessionEnded());
    }

    @Test
    void sessionOfAnotherUserIsRejected() {
        Caller mixed = new Caller(bo, login.session().id());

        assertThat(world.app().readEvents().read(new Query(mixed, Optional.empty(), 10)))
                .isEqualTo(new Result.SessionEnded());
    }

    @Test
    void readingEventsExtendsTheSession() {
        world.clock().advance(UseCases.POLICY.lifetime().minus(TICK));

        assertThat(read(Optional.empty(), 10)).isInstanceOf(Result.Events.class);

        assertThat(world.sessions(anna)).extracting(Session::lastSeenAt).containsExactly(world.now());
        world.clock().advance(TICK);
        assertThat(read(Optional.empty(), 10)).isInstanceOf(Result.Events.class);
    }

    @Test
    void useIsRecordedAtMostOncePerInterval() {
        world.clock().advance(UseCases.POLICY.seenInterval().minus(TICK));

        assertThat(read(Optional.empty(), 10)).isInstanceOf(Result.Events.class);

        assertThat(world.sessions(anna)).containsExactly(login.session());
    }

    @Test
    void pageOfLargeMessagesIsShortAndReportsMore() {
        for (int i = 0; i < 5; i++) {
            world.send(bo, anna, "🙂".repeat(MessageContent.MAX_LENGTH));
        }

        Result.Events first = events(cursor(0), 200);
        assertThat(first.events()).extracting(EventView::seq).containsExactly(1L, 2L, 3L, 4L);
        assertThat(first.cursor()).isEqualTo(cursor(4));
        assertThat(first.more()).isTrue();
        assertThat(events(first.cursor(), 200).more()).isFalse();
    }

    @Test
    void aLimitOutOfRangeIsRefused() {
        for (int limit : List.of(-1, 0, ReadEventsUseCase.MAX_LIMIT + 1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> read(Optional.empty(), limit));
        }
    }

    @Test
    void largestPageReportsWhetherMoreFollow() {
        for (int i = 0; i <= ReadEventsUseCase.MAX_LIMIT; i++) {
            world.send(bo, anna, "number " + i);
        }

        assertThat(events(cursor(0), ReadEventsUseCase.MAX_LIMIT).more()).isTrue();
        assertThat(events(cursor(1), ReadEventsUseCase.MAX_LIMIT).more()).isFalse();
    }

    private Result.Events events(EventCursor after, int limit) {
        return (Result.Events) read(Optional.of(after), limit);
    }

    private Result read(Optional<EventCursor> after, int limit) {
        return world.app().readEvents().read(new Query(UseCaseFixture.caller(login), after, limit));
    }

    private EventCursor cursor(long seq) {
        return new EventCursor(world.stores().epochs().current(), seq);
    }
}
