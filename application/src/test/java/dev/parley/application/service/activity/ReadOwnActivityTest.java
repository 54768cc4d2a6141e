package dev.parley.application.service.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.in.activity.ActivityQueries;
import dev.parley.application.port.in.activity.ActivityQueries.Line;
import dev.parley.application.port.in.activity.ActivityQueries.OwnQuery;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReadOwnActivityTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");

    @Test
    void ownActionsAreReadNewestFirst() {
        doThings();

        assertThat(read(anna, Optional.empty(), Optional.empty(), 10))
                .extracting(line -> line.activity().type())
                .containsExactly(ActivityType.UN_BLOCK, ActivityType.MESSAGE_SEND, ActivityType.BLOCK);
    }

    @Test
    void actionsOfOtherUsersAreNotIncluded() {
        doThings();

        assertThat(read(bo, Optional.empty(), Optional.empty(), 10))
                .extracting(line -> line.activity().type())
                .containsExactly(ActivityType.VALID_LOGIN);
    }

    @Test
    void linesContainTheCurrentNames() {
        doThings();
        world.erase(world.loggedIn("bo"));

        List<Line> lines = read(anna, Optional.of(ActivityType.BLOCK), Optional.empty(), 10);

        assertThat(lines).extracting(Line::actor).containsExactly(Optional.of(new Username("anna")));
        assertThat(lines).extracting(Line::subject).containsExactly(Optional.of(Username.ofErased(bo)));
    }

    @Test
    void readContinuesBeforeAPosition() {
        doThings();
        List<Line> all = read(anna, Optional.empty(), Optional.empty(), 10);

        assertThat(read(anna, Optional.empty(), Optional.empty(), 2)).isEqualTo(all.subList(0, 2));
        Optional<Long> last = Optional.of(all.get(1).position());
        assertThat(read(anna, Optional.empty(), last, 2)).isEqualTo(all.subList(2, 3));
    }

    @Test
    void aHeldMessageIsRecordedLikeAnyOther() {
        world.block(bo, "anna");
        world.send(anna, bo, "held");
        world.unblock(bo, "anna");
        world.send(anna, bo, "visible");
        world.app().relay().relay();

        List<Line> lines = read(anna, Optional.empty(), Optional.empty(), 10);

        assertThat(lines).extracting(line -> line.activity().details().keySet()).hasSize(2);
        assertThat(lines.get(0).activity().details().keySet())
                .isEqualTo(lines.get(1).activity().details().keySet());
    }

    @Test
    void aLimitOutOfRangeIsRefused() {
        for (int limit : List.of(-1, 0, ActivityQueries.MAX_OWN_LINES + 1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(anna, Optional.empty(), Optional.empty(), limit));
        }
    }

    private void doThings() {
        world.logIn("unknown", UseCaseFixture.PASSWORD);
        world.block(anna, "bo");
        world.send(anna, bo, "hello");
        world.loggedIn("bo");
        world.unblock(anna, "bo");
        world.app().relay().relay();
    }

    private List<Line> read(UserId actor, Optional<ActivityType> type, Optional<Long> before, int limit) {
        return world.app().activities().readOwn(new OwnQuery(actor, type, before, limit));
    }
}
