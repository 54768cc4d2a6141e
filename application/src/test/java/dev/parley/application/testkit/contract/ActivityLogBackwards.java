package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.application.port.out.activity.ActivityLog.Filter;
import dev.parley.application.port.out.activity.ActivityLog.LogEntry;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Cases of {@link ActivityLogContract} for the activities of one actor: newest first, page by page, without actions of
 * other users.
 */
abstract class ActivityLogBackwards extends WithStores {

    private static final UserId ANNA = new UserId(1);
    private static final UserId BO = new UserId(2);

    @Test
    protected void activitiesOfAnActorAreReadNewestFirst() {
        append();

        assertThat(backwards(Optional.empty(), 10)).isEqualTo(ofAnna().reversed());
        assertThat(stores.log().readBackwards(BO, Optional.empty(), Optional.empty(), 10))
                .extracting(LogEntry::id)
                .containsExactly(Activities.entry(3).id());
        assertThat(stores.log().readBackwards(new UserId(9), Optional.empty(), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    protected void activitiesOfAnActorCanBeFilteredByType() {
        append();

        assertThat(stores.log().readBackwards(ANNA, Optional.of(ActivityType.BLOCK), Optional.empty(), 10))
                .extracting(LogEntry::id)
                .containsExactly(Activities.entry(6).id(), Activities.entry(2).id());
    }

    @Test
    protected void backwardReadContinuesBeforeAPosition() {
        append();
        List<LogEntry> read = new ArrayList<>();
        List<LogEntry> page = backwards(Optional.empty(), 2);
        while (!page.isEmpty()) {
            read.addAll(page);
            page = backwards(Optional.of(read.getLast().position()), 2);
        }

        assertThat(read).isEqualTo(ofAnna().reversed());
        assertThat(backwards(Optional.of(Long.MAX_VALUE), 1)).isEqualTo(read.subList(0, 1));
        assertThat(backwards(Optional.of(0L), 1)).isEmpty();
    }

    @Test
    protected void backwardReadWithALimitOutOfRangeIsRejected() {
        for (int limit : List.of(-1, 0, ActivityLog.MAX_PAGE + 1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> backwards(Optional.empty(), limit));
        }
    }

    private void append() {
        stores.log()
                .append(List.of(
                        Activities.entry(1, Activities.by(1, ActivityType.SIGN_UP)),
                        Activities.entry(2, Activity.between(ANNA, BO, ActivityType.BLOCK, NOW, ORIGIN)),
                        Activities.entry(3, Activity.between(BO, ANNA, ActivityType.BLOCK, NOW, ORIGIN)),
                        Activities.entry(4, Activity.loginOfUnknownUser("1", NOW, ORIGIN)),
                        Activities.entry(5, Activities.by(1, ActivityType.LOGOUT)),
                        Activities.entry(6, Activity.between(ANNA, BO, ActivityType.BLOCK, NOW, ORIGIN))));
    }

    private List<LogEntry> ofAnna() {
        return stores.log().readAfter(0, Filter.all(), 10).stream()
                .filter(entry -> entry.activity().actor().equals(Optional.of(ANNA)))
                .toList();
    }

    private List<LogEntry> backwards(Optional<Long> before, int limit) {
        return stores.log().readBackwards(ANNA, Optional.empty(), before, limit);
    }
}
