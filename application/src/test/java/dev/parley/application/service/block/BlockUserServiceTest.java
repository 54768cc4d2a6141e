package dev.parley.application.service.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.block.BlockUserUseCase.Result;
import dev.parley.application.port.in.block.UnblockUserUseCase;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.event.Change;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import org.junit.jupiter.api.Test;

final class BlockUserServiceTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");

    @Test
    void messagesOfTheBlockedUserAreHeldAndOfTheBlockerAreNot() {
        assertThat(world.block(anna, "bo")).isEqualTo(new Result.Blocked(true));

        assertThat(world.send(bo, anna, "hello?").isHeld()).isTrue();
        assertThat(world.send(anna, bo, "hello!").isHeld()).isFalse();
    }

    @Test
    void theActivityIsRecorded() {
        world.block(anna, "bo");

        assertThat(world.activities())
                .containsExactly(Activity.between(anna, bo, ActivityType.BLOCK, world.now(), UseCaseFixture.ORIGIN));
    }

    @Test
    void onlyTheBlockersDevicesAreNotified() {
        world.block(anna, "bo");

        assertThat(world.changes(anna)).containsExactly(new Change.BlockCreated(bo));
        assertThat(world.changes(bo)).isEmpty();
    }

    @Test
    void blockingAgainChangesAndRecordsNothing() {
        world.block(anna, "bo");
        world.forgetActivities();

        assertThat(world.block(anna, "bo")).isEqualTo(new Result.Blocked(false));

        assertThat(world.activities()).isEmpty();
        assertThat(world.changes(anna)).hasSize(1);
    }

    @Test
    void usersCanBlockThemselves() {
        assertThat(world.block(anna, "anna")).isEqualTo(new Result.Blocked(true));

        assertThat(world.send(anna, anna, "note").isHeld()).isTrue();
    }

    @Test
    void erasedUserStaysBlockedButCannotBeBlockedAgain() {
        UserId carla = world.user("carla");
        world.block(anna, "bo");
        world.erase(world.loggedIn("bo"));
        world.forgetActivities();
        String tombstone = Username.ofErased(bo).value();

        assertThat(world.block(anna, tombstone)).isEqualTo(new Result.Blocked(false));
        assertThat(world.block(carla, tombstone)).isEqualTo(new Result.NoSuchUser());

        assertThat(world.activities()).isEmpty();
        assertThat(world.stores().blocks().exists(anna, bo)).isTrue();
        assertThat(world.stores().blocks().exists(carla, bo)).isFalse();
    }

    @Test
    void erasedBlockerLeavesNoBlock() {
        world.erase(world.loggedIn("anna"));
        world.forgetActivities();

        assertThat(world.block(anna, "bo")).isEqualTo(new Result.Blocked(false));
        assertThat(world.block(anna, Username.ofErased(anna).value())).isEqualTo(new Result.Blocked(false));
        assertThat(world.unblock(anna, "bo")).isEqualTo(new UnblockUserUseCase.Result.Unblocked(false));

        assertThat(world.stores().blocks().exists(anna, bo)).isFalse();
        assertThat(world.stores().blocks().exists(anna, anna)).isFalse();
        assertThat(world.activities()).isEmpty();
        assertThat(world.changes(anna)).isEmpty();
    }

    @Test
    void blockingAnUnknownNameReturnsNoSuchUser() {
        assertThat(world.block(anna, "unknown")).isEqualTo(new Result.NoSuchUser());
        assertThat(world.block(anna, "no name")).isEqualTo(new Result.NoSuchUser());

        assertThat(world.activities()).isEmpty();
    }
}
