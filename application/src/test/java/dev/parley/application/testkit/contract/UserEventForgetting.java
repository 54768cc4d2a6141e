package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Cases of {@link UserEventsContract} for deleting events: the retained events have no gap, and numbers are never
 * reused.
 */
abstract class UserEventForgetting extends WithUserEvents {

    @Test
    protected void onlyOlderEventsAreDeleted() {
        append(event(anna, 1, NOW.minusNanos(1000)), event(anna, 2, NOW), event(bo, 3, NOW));

        assertThat(removeBefore(NOW)).isEqualTo(1);

        assertThat(eventsOf(anna)).containsExactly(numbered(event(anna, 2, NOW), 2));
        assertThat(eventsOf(bo)).hasSize(1);
        assertOldestAndHead(anna, 2, 2);
        assertOldestAndHead(bo, 1, 1);
        assertThat(removeBefore(NOW)).isZero();
    }

    @Test
    protected void eventsBeforeADeletedOneAreDeletedWithIt() {
        append(event(anna, 1, NOW.plusSeconds(9)), event(anna, 2, NOW), event(anna, 3, NOW.plusSeconds(9)));

        assertThat(removeBefore(NOW.plusSeconds(1))).isEqualTo(2);

        assertThat(eventsOf(anna)).extracting(UserEvent::seq).containsExactly(3L);
        assertOldestAndHead(anna, 3, 3);
    }

    @Test
    protected void numbersContinueAfterAllEventsAreDeleted() {
        append(event(anna, 1), event(anna, 2));

        assertThat(removeBefore(NOW.plusSeconds(1))).isEqualTo(2);

        assertThat(eventsOf(anna)).isEmpty();
        assertOldestAndHead(anna, 3, 2);
        append(event(anna, 3));
        assertThat(eventsOf(anna)).containsExactly(numbered(event(anna, 3), 3));
        assertOldestAndHead(anna, 3, 3);
    }

    @Test
    protected void eventsOfManyUsersAreDeletedInSeveralCalls() {
        List<UserId> users = LongStream.rangeClosed(1, 60)
                .mapToObj(number -> registered("user" + number))
                .toList();
        users.forEach(user -> append(event(user, 1), event(user, 2)));

        assertThat(removeBefore(NOW.plusSeconds(1))).isEqualTo(2 * users.size());

        assertThat(users).allMatch(user -> eventsOf(user).isEmpty());
    }

    @Test
    protected void allEventsOfAUserCanBeDeleted() {
        append(event(anna, 1), event(anna, 2), event(bo, 3));

        removeAll(anna);

        assertThat(eventsOf(anna)).isEmpty();
        assertOldestAndHead(anna, 3, 2);
        assertThat(eventsOf(bo)).hasSize(1);
        append(event(anna, 4));
        assertThat(eventsOf(anna)).containsExactly(numbered(event(anna, 4), 3));
    }

    @Test
    protected void rolledBackDeletionHasNoEffect() {
        append(event(anna, 1));
        List<UserEvent> before = eventsOf(anna);

        undone(() -> {
            append(event(anna, 2));
            removeAll(anna);
            assertThat(eventsOf(anna)).isEmpty();
        });

        assertThat(eventsOf(anna)).isEqualTo(before);
        assertOldestAndHead(anna, 1, 1);
    }

    @Test
    protected void concurrentDeletionsCountEachEventOnceAndLeaveNoGap() {
        AtomicInteger removed = new AtomicInteger();
        int appenders = 3;
        int steps = 20;

        ConcurrentRun.of(appenders + 2, steps).run((thread, step) -> {
            if (thread < appenders) {
                append(event(anna, step, NOW.plusSeconds(step)));
            } else {
                removed.addAndGet(stores.events().removeBefore(NOW.plusSeconds(step)));
                assertDense(eventsOf(anna));
            }
        });

        long head = (long) appenders * steps;
        List<UserEvent> kept = eventsOf(anna);
        assertDense(kept);
        assertThat(removed.get() + kept.size()).isEqualTo((int) head);
        assertOldestAndHead(anna, head - kept.size() + 1, head);
    }

    private static void assertDense(List<UserEvent> events) {
        long first = events.isEmpty() ? 1 : events.getFirst().seq();
        assertThat(events)
                .extracting(UserEvent::seq)
                .containsExactlyElementsOf(
                        LongStream.range(first, first + events.size()).boxed().toList());
    }

    private void assertOldestAndHead(UserId user, long oldest, long head) {
        assertThat(stores.events().state(user).oldest()).isEqualTo(oldest);
        assertThat(stores.events().state(user).head()).isEqualTo(head);
    }

    /** Deletes in as many calls as needed; returns the number of deleted events. */
    private int removeBefore(Instant before) {
        int removed = 0;
        int more = stores.events().removeBefore(before);
        while (more > 0) {
            removed += more;
            more = stores.events().removeBefore(before);
        }
        return removed;
    }

    private void removeAll(UserId user) {
        inUnitOfWork(() -> {
            stores.locks().lock(user, user);
            stores.events().removeAll(user);
        });
    }
}
