package dev.parley.application.service.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.in.block.ListBlocksUseCase;
import dev.parley.application.port.in.block.ListBlocksUseCase.BlockedUser;
import dev.parley.application.port.in.block.ListBlocksUseCase.Query;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ListBlocksServiceTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");
    private final UserId carla = world.user("carla");

    @Test
    void noUserIsBlockedInitially() {
        assertThat(list(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void blockedUsersAreListedWithNameAndTime() {
        Instant before = world.now();
        world.block(anna, "carla");
        world.secondsLater(1);
        world.block(anna, "bo");
        world.block(bo, "anna");

        assertThat(list(Optional.empty(), 10))
                .containsExactly(
                        new BlockedUser(bo, new Username("bo"), world.now()),
                        new BlockedUser(carla, new Username("carla"), before));
    }

    @Test
    void unblockedUserIsNotListed() {
        world.block(anna, "bo");
        world.unblock(anna, "bo");

        assertThat(list(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void listContinuesAfterTheLastUser() {
        world.block(anna, "anna");
        world.block(anna, "bo");
        world.block(anna, "carla");

        assertThat(list(Optional.empty(), 2)).extracting(BlockedUser::id).containsExactly(anna, bo);
        assertThat(list(Optional.of(bo), 2)).extracting(BlockedUser::id).containsExactly(carla);
        assertThat(list(Optional.of(carla), 2)).isEmpty();
    }

    @Test
    void aLimitOutOfRangeIsRefused() {
        assertThat(list(Optional.empty(), ListBlocksUseCase.MAX_LIMIT)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> list(Optional.empty(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> list(Optional.empty(), ListBlocksUseCase.MAX_LIMIT + 1));
    }

    private List<BlockedUser> list(Optional<UserId> after, int limit) {
        return world.app().listBlocks().list(new Query(anna, after, limit));
    }
}
