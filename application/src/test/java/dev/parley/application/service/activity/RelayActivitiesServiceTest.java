package dev.parley.application.service.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.port.in.activity.RelayActivitiesUseCase.Turn;
import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.application.port.out.activity.ActivityLog.Filter;
import dev.parley.application.port.out.activity.ActivityLog.LogEntry;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.testkit.InMemoryRelayLeadership;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RelayActivitiesServiceTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final InMemoryRelayLeadership leadership = world.stores().leadership();
    private final ActivityOutbox outbox = world.stores().outbox();
    private final ActivityLog log = world.stores().log();
    private final RelayActivitiesService relay = new RelayActivitiesService(leadership, outbox, log, 3);

    @Test
    void waitingActivitiesAreRelayedInOrder() {
        happen(2);
        List<Activity> happened = world.activities();

        assertThat(relay.relay()).isEqualTo(new Turn.Relayed(2, false));

        assertThat(logged()).isEqualTo(happened);
        assertThat(world.activities()).isEmpty();
    }

    @Test
    void emptyOutboxRelaysNothing() {
        assertThat(relay.relay()).isEqualTo(new Turn.Relayed(0, false));

        assertThat(logged()).isEmpty();
    }

    @Test
    void fullBatchReportsThatMoreAreLikely() {
        happen(7);
        List<Activity> happened = world.activities();

        assertThat(relay.relay()).isEqualTo(new Turn.Relayed(3, true));
        assertThat(relay.relay()).isEqualTo(new Turn.Relayed(3, true));
        assertThat(relay.relay()).isEqualTo(new Turn.Relayed(1, false));

        assertThat(logged()).isEqualTo(happened);
    }

    @Test
    void failedAppendRemovesNothing() {
        happen(2);
        List<Activity> happened = world.activities();

        assertThatThrownBy(new RelayActivitiesService(leadership, outbox, new DownLog(), 3)::relay)
                .isInstanceOf(UnavailableException.class);

        assertThat(world.activities()).isEqualTo(happened);
        assertThat(relay.relay()).isEqualTo(new Turn.Relayed(2, false));
        assertThat(logged()).isEqualTo(happened);
    }

    @Test
    void failedRemovalDuplicatesNothing() {
        happen(2);
        List<Activity> happened = world.activities();

        assertThatThrownBy(new RelayActivitiesService(leadership, new KeepingOutbox(outbox), log, 3)::relay)
                .isInstanceOf(UnavailableException.class);
        assertThat(logged()).isEqualTo(happened);

        assertThat(relay.relay()).isEqualTo(new Turn.Relayed(2, false));
        assertThat(logged()).isEqualTo(happened);
        assertThat(world.activities()).isEmpty();
    }

    @Test
    void nodeThatDoesNotLeadRelaysNothing() {
        InMemoryRelayLeadership other = leadership.competitor();
        other.lead();
        happen(1);

        assertThat(relay.relay()).isEqualTo(new Turn.NotLeading());
        assertThat(logged()).isEmpty();

        other.resign();
        assertThat(relay.relay()).isEqualTo(new Turn.Relayed(1, false));
    }

    @Test
    void resigningLetsAnotherNodeRelay() {
        RelayActivitiesService other = new RelayActivitiesService(leadership.competitor(), outbox, log, 3);
        relay.relay();
        assertThat(other.relay()).isEqualTo(new Turn.NotLeading());

        relay.resign();

        assertThat(other.relay()).isEqualTo(new Turn.Relayed(0, false));
    }

    @Test
    void batchSizeOutOfRangeIsRejected() {
        for (int batch : List.of(-1, 0, ActivityOutbox.MAX_BATCH + 1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RelayActivitiesService(leadership, outbox, log, batch));
        }
        assertThat(new RelayActivitiesService(leadership, outbox, log, ActivityOutbox.MAX_BATCH).relay())
                .isEqualTo(new Turn.Relayed(0, false));
    }

    private void happen(int count) {
        for (int i = 0; i < count; i++) {
            world.logIn("unknown" + i, UseCaseFixture.PASSWORD);
        }
    }

    private List<Activity> logged() {
        return log.readAfter(0, Filter.all(), ActivityLog.MAX_PAGE).stream()
                .map(LogEntry::activity)
                .toList();
    }

    private static UnavailableException down() {
        return new UnavailableException(Dependency.LOG_STORE);
    }

    private static final class DownLog implements ActivityLog {

        @Override
        public void append(List<RecordedActivity> entries) {
            throw down();
        }

        @Override
        public List<LogEntry> readAfter(long position, Filter filter, int limit) {
            throw down();
        }

        @Override
        public List<LogEntry> readNewest(Filter filter, int limit) {
            throw down();
        }

        @Override
        public List<LogEntry> readBackwards(
                UserId actor, Optional<ActivityType> type, Optional<Long> before, int limit) {
            throw down();
        }
    }

    /** Fails on {@code remove}. */
    private record KeepingOutbox(ActivityOutbox outbox) implements ActivityOutbox {

        @Override
        public void record(Activity activity) {
            outbox.record(activity);
        }

        @Override
        public List<RecordedActivity> oldest(int limit) {
            return outbox.oldest(limit);
        }

        @Override
        public void remove(Set<ActivityId> ids) {
            throw down();
        }

        @Override
        public Backlog backlog() {
            return outbox.backlog();
        }
    }
}
