package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.application.port.out.activity.ActivityLog.Filter;
import dev.parley.application.port.out.activity.ActivityLog.LogEntry;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Contract for the log store: atomic, ordered appends without duplicates, and reads that miss no entry. */
public abstract class ActivityLogContract extends WithStores {

    private static final int ALL = ActivityLog.MAX_PAGE;

    @Test
    protected void logIsEmptyInitially() {
        assertThat(everything()).isEmpty();
        assertThat(stores.log().readNewest(Filter.all(), ALL)).isEmpty();
    }

    @Test
    protected void entriesAreReadUnchangedInTheirOrder() {
        List<Activity> activities = Activities.ofEveryShape(new UserId(1), new UserId(Long.MAX_VALUE));
        List<RecordedActivity> entries = IntStream.range(0, activities.size())
                .mapToObj(i -> Activities.entry(activities.size() - i, activities.get(i)))
                .toList();

        stores.log().append(entries);

        assertThat(asEntries(everything())).isEqualTo(entries);
    }

    @Test
    protected void positionsArePositiveAndAscending() {
        stores.log().append(Activities.entries(1, 3));
        stores.log().append(List.of());
        stores.log().append(Activities.entries(4, 3));

        assertThat(everything())
                .extracting(LogEntry::position)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(p -> p > 0);
        assertThat(asEntries(everything())).isEqualTo(Activities.entries(1, 6));
    }

    @Test
    protected void aRepeatedAppendAddsNothing() {
        stores.log().append(Activities.entries(1, 3));
        List<LogEntry> before = everything();

        stores.log().append(Activities.entries(1, 3));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    protected void overlappingAppendAddsOnlyNewEntriesInOrder() {
        stores.log().append(Activities.entries(3, 2));

        stores.log().append(Activities.entries(1, 6));

        assertThat(asEntries(everything()))
                .containsExactly(
                        Activities.entry(3),
                        Activities.entry(4),
                        Activities.entry(1),
                        Activities.entry(2),
                        Activities.entry(5),
                        Activities.entry(6));
    }

    @Test
    protected void firstEntryOfAnIdStays() {
        RecordedActivity first = Activities.entry(1, Activities.by(1, ActivityType.LOGOUT));
        stores.log().append(List.of(first));

        stores.log().append(List.of(Activities.entry(1, Activities.by(2, ActivityType.BLOCK))));

        assertThat(asEntries(everything())).containsExactly(first);
    }

    @Test
    protected void duplicateIdInOneAppendIsOneEntry() {
        stores.log().append(List.of(Activities.entry(1), Activities.entry(2), Activities.entry(1)));

        assertThat(asEntries(everything())).isEqualTo(Activities.entries(1, 2));
    }

    @Test
    protected void aWholePageCanBeAppendedAndRead() {
        List<RecordedActivity> entries = Activities.entries(1, ActivityLog.MAX_PAGE + 1);

        stores.log().append(entries);

        assertThat(asEntries(everything())).isEqualTo(entries.subList(0, ActivityLog.MAX_PAGE));
        assertThat(asEntries(stores.log().readNewest(Filter.all(), ALL))).isEqualTo(entries.subList(1, entries.size()));
    }

    @Test
    protected void readAfterContinuesFromAPosition() {
        stores.log().append(Activities.entries(1, 5));
        List<LogEntry> all = everything();

        assertThat(after(all.get(1).position(), 2)).isEqualTo(all.subList(2, 4));
        assertThat(after(all.get(3).position(), 2)).isEqualTo(all.subList(4, 5));
        assertThat(after(all.get(4).position(), 2)).isEmpty();
        assertThat(after(Long.MAX_VALUE, 2)).isEmpty();
    }

    @Test
    protected void readNewestReturnsTheLastEntriesOldestFirst() {
        stores.log().append(Activities.entries(1, 5));

        assertThat(stores.log().readNewest(Filter.all(), 2))
                .isEqualTo(everything().subList(3, 5));
        assertThat(stores.log().readNewest(Filter.all(), 6)).isEqualTo(everything());
    }

    @Test
    protected void aLimitOutOfRangeIsRefused() {
        for (int limit : List.of(-1, 0, ActivityLog.MAX_PAGE + 1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> after(0, limit));
            assertThatIllegalArgumentException().isThrownBy(() -> stores.log().readNewest(Filter.all(), limit));
        }
    }

    @Test
    protected void logDoesNotJoinUnitsOfWork() {
        undone(() -> stores.log().append(Activities.entries(1, 2)));

        assertThat(everything()).hasSize(2);
    }

    @Test
    protected void concurrentAppendsOfAnEntryStoreItOnce() {
        ConcurrentRun.of(6, 5).run((thread, step) -> stores.log().append(Activities.entries(1 + step * 10, 20)));

        assertThat(asEntries(everything())).containsExactlyInAnyOrderElementsOf(Activities.entries(1, 60));
    }

    @Test
    protected void readerMissesNoEntryAndSeesNoPartialAppend() {
        int appenders = 4;
        int steps = 15;
        int together = 5;
        AtomicInteger ended = new AtomicInteger();
        List<LogEntry> followed = new ArrayList<>(); // only by one thread

        ConcurrentRun.of(appenders + 1, 1).run((thread, once) -> {
            if (thread == appenders) {
                followUntil(() -> ended.get() == appenders, followed, together);
                return;
            }
            for (int step = 0; step < steps; step++) {
                stores.log().append(Activities.entries(1 + (thread * steps + step) * together, together));
            }
            ended.incrementAndGet();
        });

        assertThat(followed).hasSize(appenders * steps * together).isEqualTo(everything());
    }

    private void followUntil(BooleanSupplier end, List<LogEntry> followed, int together) {
        boolean last;
        do {
            last = end.getAsBoolean();
            followed.addAll(after(followed.isEmpty() ? 0 : followed.getLast().position(), ALL));
            assertThat(followed.size() % together).isZero();
        } while (!last);
    }

    private List<LogEntry> after(long position, int limit) {
        return stores.log().readAfter(position, Filter.all(), limit);
    }

    private List<LogEntry> everything() {
        return after(0, ALL);
    }

    static List<RecordedActivity> asEntries(List<LogEntry> logged) {
        return logged.stream()
                .map(entry -> new RecordedActivity(entry.id(), entry.activity()))
                .toList();
    }

    @Nested
    final class Filters extends ActivityLogFilters {
        @Override
        protected Stores openStores() {
            return ActivityLogContract.this.stores;
        }
    }

    @Nested
    final class Backwards extends ActivityLogBackwards {
        @Override
        protected Stores openStores() {
            return ActivityLogContract.this.stores;
        }
    }
}
