package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.application.port.out.activity.ActivityLog.Filter;
import dev.parley.application.port.out.activity.ActivityLog.LogEntry;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cases of {@link ActivityLogContract} for filters: by user, as actor or subject, and by type. */
abstract class ActivityLogFilters extends WithStores {

    private static final int ALL = ActivityLog.MAX_PAGE;

    @Test
    protected void filterMatchesUsersAsActorAndAsSubject() {
        appendForFilters();

        assertThat(matching(new Filter(Optional.of(new UserId(2)), Optional.empty())))
                .extracting(RecordedActivity::id)
                .containsExactly(
                        Activities.entry(2).id(),
                        Activities.entry(3).id(),
                        Activities.entry(5).id());
    }

    @Test
    protected void filterMatchesTypeAndUserTogether() {
        appendForFilters();

        assertThat(matching(new Filter(Optional.empty(), Optional.of(ActivityType.BLOCK))))
                .extracting(RecordedActivity::id)
                .containsExactly(Activities.entry(3).id(), Activities.entry(6).id());
        assertThat(matching(new Filter(Optional.of(new UserId(2)), Optional.of(ActivityType.BLOCK))))
                .extracting(RecordedActivity::id)
                .containsExactly(Activities.entry(3).id());
        assertThat(matching(new Filter(Optional.of(new UserId(9)), Optional.empty())))
                .isEmpty();
    }

    @Test
    protected void limitCountsOnlyMatchingEntries() {
        appendForFilters();
        Filter logouts = new Filter(Optional.empty(), Optional.of(ActivityType.LOGOUT));

        assertThat(stores.log().readAfter(0, logouts, 2))
                .extracting(LogEntry::id)
                .containsExactly(Activities.entry(1).id(), Activities.entry(2).id());
        assertThat(stores.log().readNewest(logouts, 2))
                .extracting(LogEntry::id)
                .containsExactly(Activities.entry(2).id(), Activities.entry(5).id());
    }

    private void appendForFilters() {
        stores.log()
                .append(List.of(
                        Activities.entry(1, Activities.by(1, ActivityType.LOGOUT)),
                        Activities.entry(2, Activities.by(2, ActivityType.LOGOUT)),
                        Activities.entry(3, between(1, 2, ActivityType.BLOCK)),
                        Activities.entry(4, Activity.loginOfUnknownUser("2", NOW, ORIGIN)),
                        Activities.entry(5, Activities.by(2, ActivityType.LOGOUT)),
                        Activities.entry(6, between(1, 3, ActivityType.BLOCK))));
    }

    private static Activity between(long actor, long subject, ActivityType type) {
        return Activity.between(new UserId(actor), new UserId(subject), type, NOW, ORIGIN);
    }

    private List<RecordedActivity> matching(Filter filter) {
        List<RecordedActivity> newest =
                ActivityLogContract.asEntries(stores.log().readNewest(filter, ALL));
        assertThat(ActivityLogContract.asEntries(stores.log().readAfter(0, filter, ALL)))
                .isEqualTo(newest);
        return newest;
    }
}
