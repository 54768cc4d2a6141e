package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.activity.ActivityOutbox.Backlog;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contract for the outbox: activities wait unchanged, oldest first, from their commit until they are removed. */
public abstract class ActivityOutboxContract extends WithStores {

    private static final ActivityId UNKNOWN = new ActivityId(new UUID(-1, -1));

    @Test
    protected void outboxIsEmptyInitially() {
        assertThat(waiting()).isEmpty();
        assertThat(stores.outbox().backlog()).isEqualTo(new Backlog(0, Optional.empty()));
    }

    @Test
    protected void recordRequiresAUnitOfWork() {
        assertThatIllegalStateException().isThrownBy(() -> stores.outbox().record(activity(1)));

        assertThat(waiting()).isEmpty();
    }

    @Test
    protected void recordRequiresAUnitOfWorkThatMayWrite() {
        assertThatIllegalStateException()
                .isThrownBy(() -> stores.unitOfWork().<Activity>snapshot(() -> {
                    stores.outbox().record(activity(1));
                    return activity(1);
                }));

        assertThat(waiting()).isEmpty();
    }

    @Test
    protected void everyKindOfActivityIsReadUnchanged() {
        List<Activity> activities = Activities.ofEveryShape(registered("anna"), registered("bo"));

        activities.forEach(this::record);

        assertThat(waiting()).extracting(RecordedActivity::activity).containsExactlyElementsOf(activities);
    }

    @Test
    protected void activityIsCommittedWithItsUnitOfWork() {
        undone(() -> stores.outbox().record(activity(1)));

        assertThat(waiting()).isEmpty();
        assertThat(stores.outbox().backlog().count()).isZero();
    }

    @Test
    protected void unitOfWorkRecordsSeveralActivitiesInOrder() {
        inUnitOfWork(() -> recordMany(3));

        assertThat(waiting())
                .extracting(RecordedActivity::activity)
                .containsExactly(activity(1), activity(2), activity(3));
    }

    @Test
    protected void everyActivityKeepsItsId() {
        inUnitOfWork(() -> recordMany(3));
        List<RecordedActivity> first = waiting();

        assertThat(first).extracting(RecordedActivity::id).doesNotHaveDuplicates();
        assertThat(waiting()).isEqualTo(first);
    }

    @Test
    protected void equalActivitiesAreDifferentEntries() {
        record(activity(1));
        record(activity(1));

        assertThat(waiting()).hasSize(2).extracting(RecordedActivity::id).doesNotHaveDuplicates();
    }

    @Test
    protected void oldestReturnsTheLongestWaiting() {
        inUnitOfWork(() -> recordMany(5));

        assertThat(stores.outbox().oldest(1))
                .extracting(RecordedActivity::activity)
                .containsExactly(activity(1));
        assertThat(stores.outbox().oldest(3))
                .extracting(RecordedActivity::activity)
                .containsExactly(activity(1), activity(2), activity(3));
        assertThat(stores.outbox().oldest(ActivityOutbox.MAX_BATCH)).hasSize(5);
    }

    @Test
    protected void aLimitOutOfRangeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> stores.outbox().oldest(0));
        assertThatIllegalArgumentException().isThrownBy(() -> stores.outbox().oldest(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> stores.outbox().oldest(ActivityOutbox.MAX_BATCH + 1));
    }

    @Test
    protected void removeDeletesOnlyTheGivenEntries() {
        inUnitOfWork(() -> recordMany(4));
        List<RecordedActivity> entries = waiting();

        stores.outbox().remove(Set.of(entries.get(0).id(), entries.get(2).id()));

        assertThat(waiting()).containsExactly(entries.get(1), entries.get(3));
    }

    @Test
    protected void removeIgnoresUnknownIds() {
        record(activity(1));
        ActivityId known = waiting().getFirst().id();

        stores.outbox().remove(Set.of(UNKNOWN));
        stores.outbox().remove(Set.of());
        assertThat(waiting()).hasSize(1);

        stores.outbox().remove(Set.of(UNKNOWN, known));
        stores.outbox().remove(Set.of(known));
        assertThat(waiting()).isEmpty();
    }

    @Test
    protected void aWholeBatchCanBeRemoved() {
        inUnitOfWork(() -> recordMany(ActivityOutbox.MAX_BATCH + 1));

        stores.outbox().remove(ids(stores.outbox().oldest(ActivityOutbox.MAX_BATCH)));

        assertThat(waiting())
                .extracting(RecordedActivity::activity)
                .containsExactly(activity(ActivityOutbox.MAX_BATCH + 1));
    }

    @Test
    protected void rolledBackRemovalHasNoEffect() {
        record(activity(1));
        List<RecordedActivity> before = waiting();

        undone(() -> stores.outbox().remove(ids(before)));

        assertThat(waiting()).isEqualTo(before);
    }

    @Test
    protected void backlogReportsCountAndOldestTime() {
        inUnitOfWork(() -> recordMany(3));
        assertThat(stores.outbox().backlog())
                .isEqualTo(new Backlog(3, Optional.of(activity(1).at())));

        stores.outbox().remove(ids(stores.outbox().oldest(1)));
        assertThat(stores.outbox().backlog())
                .isEqualTo(new Backlog(2, Optional.of(activity(2).at())));
    }

    @Test
    protected void concurrentRecordsAndRemovalsLoseAndDuplicateNothing() {
        int threads = 5;
        int steps = 20;
        Set<Activity> removed = ConcurrentHashMap.newKeySet();

        ConcurrentRun.of(threads, steps).run((thread, step) -> {
            if (thread == 0) {
                List<RecordedActivity> oldest = stores.outbox().oldest(7);
                stores.outbox().remove(ids(oldest));
                oldest.forEach(
                        entry -> assertThat(removed.add(entry.activity())).isTrue());
            } else {
                record(activity(thread * 1000 + step));
            }
        });

        waiting().forEach(entry -> assertThat(removed.add(entry.activity())).isTrue());
        assertThat(removed).hasSize((threads - 1) * steps);
    }

    private void recordMany(int count) {
        IntStream.rangeClosed(1, count).forEach(number -> stores.outbox().record(activity(number)));
    }

    /** With a distinct time that rises with the number. */
    private static Activity activity(int number) {
        return Activity.by(new UserId(1), ActivityType.LOGOUT, NOW.plusSeconds(number), ORIGIN);
    }

    private static Set<ActivityId> ids(List<RecordedActivity> entries) {
        return entries.stream().map(RecordedActivity::id).collect(Collectors.toSet());
    }
}
