package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.out.block.Blocks;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.block.Block;
import dev.parley.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract for blocks: each has a direction and exists once, and exactly one call reports each change. */
public abstract class BlocksContract extends WithStores {

    private UserId anna;
    private UserId bo;

    @BeforeEach
    protected void register() {
        anna = registered("anna");
        bo = registered("bo");
    }

    @Test
    protected void noUserIsBlockedInitially() {
        assertThat(stores.blocks().exists(anna, bo)).isFalse();
        assertThat(stores.blocks().exists(anna, anna)).isFalse();
    }

    @Test
    protected void aBlockHasADirection() {
        assertThat(block(anna, bo)).isTrue();

        assertThat(stores.blocks().exists(anna, bo)).isTrue();
        assertThat(stores.blocks().exists(bo, anna)).isFalse();
    }

    @Test
    protected void twoUsersCanBlockEachOther() {
        assertThat(block(anna, bo)).isTrue();
        assertThat(block(bo, anna)).isTrue();

        assertThat(lift(anna, bo)).isTrue();

        assertThat(stores.blocks().exists(anna, bo)).isFalse();
        assertThat(stores.blocks().exists(bo, anna)).isTrue();
    }

    @Test
    protected void addReturnsFalseForAnExistingBlock() {
        block(anna, bo);

        assertThat(block(anna, bo)).isFalse();

        assertThat(stores.blocks().exists(anna, bo)).isTrue();
    }

    @Test
    protected void usersCanBlockThemselves() {
        assertThat(block(anna, anna)).isTrue();
        assertThat(block(anna, anna)).isFalse();
        assertThat(stores.blocks().exists(anna, anna)).isTrue();
        assertThat(lift(anna, anna)).isTrue();
        assertThat(stores.blocks().exists(anna, anna)).isFalse();
    }

    @Test
    protected void removeReturnsFalseWithoutABlock() {
        block(bo, anna);

        assertThat(lift(anna, bo)).isFalse();
    }

    @Test
    protected void removedBlockCanBeAddedAgain() {
        block(anna, bo);

        assertThat(lift(anna, bo)).isTrue();
        assertThat(lift(anna, bo)).isFalse();
        assertThat(block(anna, bo)).isTrue();
    }

    @Test
    protected void rolledBackBlockHasNoEffect() {
        undone(() -> block(anna, bo));

        assertThat(stores.blocks().exists(anna, bo)).isFalse();
    }

    @Test
    protected void ofConcurrentAddsAndRemovalsEachChangeIsReportedOnce() {
        AtomicInteger added = new AtomicInteger();
        AtomicInteger removed = new AtomicInteger();

        ConcurrentRun.of(6, 10).run((thread, step) -> {
            if (thread % 2 == 0 && block(anna, bo)) {
                added.incrementAndGet();
            }
            if (thread % 2 == 1 && lift(anna, bo)) {
                removed.incrementAndGet();
            }
        });

        int left = stores.blocks().exists(anna, bo) ? 1 : 0;
        assertThat(added.get() - removed.get()).isEqualTo(left);
    }

    @Test
    protected void blocksAreListedInTheOrderOfTheBlockedIds() {
        UserId carla = registered("carla");
        block(bo, anna);
        stores.unitOfWork().execute(() -> stores.blocks().add(new Block(anna, carla, NOW.plusSeconds(1))));
        block(anna, bo);
        block(anna, anna);

        assertThat(list(anna, Blocks.MAX_PAGE))
                .containsExactly(
                        new Block(anna, anna, NOW),
                        new Block(anna, bo, NOW),
                        new Block(anna, carla, NOW.plusSeconds(1)));
    }

    @Test
    protected void listIsEmptyForAUserWithoutBlocks() {
        block(anna, bo);

        assertThat(list(bo, 1)).isEmpty();
        assertThat(list(new UserId(Long.MAX_VALUE), 1)).isEmpty();
    }

    @Test
    protected void blockAddedTwiceIsListedOnceWithItsFirstTime() {
        block(anna, bo);
        stores.blocks().add(new Block(anna, bo, NOW.plusSeconds(1)));

        assertThat(list(anna, 2)).containsExactly(new Block(anna, bo, NOW));
    }

    @Test
    protected void removedBlockIsNotListed() {
        block(anna, bo);
        lift(anna, bo);

        assertThat(list(anna, 1)).isEmpty();
    }

    @Test
    protected void listContinuesAfterAnyId() {
        block(anna, anna);
        block(anna, bo);

        assertThat(listAfter(anna, 1)).extracting(Block::blocked).containsExactly(bo);
        assertThat(listAfter(new UserId(Long.MAX_VALUE), 1)).isEmpty();
        lift(anna, anna);
        assertThat(listAfter(anna, 1)).extracting(Block::blocked).containsExactly(bo);
    }

    @Test
    protected void pagesHaveNoGapAndNoRepeat() {
        List<UserId> blocked = Stream.concat(
                        Stream.of(anna, bo),
                        IntStream.rangeClosed(3, Blocks.MAX_PAGE + 1).mapToObj(number -> registered("user" + number)))
                .toList();
        blocked.reversed().forEach(user -> block(anna, user));

        assertThat(inPages(7)).isEqualTo(blocked);
        assertThat(inPages(Blocks.MAX_PAGE)).isEqualTo(blocked);
        assertThat(list(anna, Blocks.MAX_PAGE)).hasSize(Blocks.MAX_PAGE);
    }

    @Test
    protected void aListWithALimitOutOfRangeIsRefused() {
        Stream.of(Integer.MIN_VALUE, -1, 0, Blocks.MAX_PAGE + 1, Integer.MAX_VALUE)
                .forEach(limit -> assertThatIllegalArgumentException().isThrownBy(() -> list(anna, limit)));
    }

    @Test
    protected void blockersAreListedInTheOrderOfTheirIds() {
        UserId carla = registered("carla");
        block(carla, bo);
        block(bo, bo);
        block(anna, bo);
        block(anna, carla);

        assertThat(blockers(bo, Optional.empty(), Blocks.MAX_PAGE)).containsExactly(anna, bo, carla);
        assertThat(blockers(bo, Optional.empty(), 2)).containsExactly(anna, bo);
        assertThat(blockers(bo, Optional.of(bo), 2)).containsExactly(carla);
        assertThat(blockers(bo, Optional.of(carla), 2)).isEmpty();
        assertThat(blockers(anna, Optional.empty(), 2)).isEmpty();
        lift(anna, bo);
        assertThat(blockers(bo, Optional.empty(), 2)).containsExactly(bo, carla);
    }

    @Test
    protected void blockersWithALimitOutOfRangeAreRefused() {
        Stream.of(-1, 0, Blocks.MAX_PAGE + 1)
                .forEach(limit ->
                        assertThatIllegalArgumentException().isThrownBy(() -> blockers(bo, Optional.empty(), limit)));
    }

    private List<UserId> blockers(UserId blocked, Optional<UserId> after, int limit) {
        return stores.blocks().listBlockers(blocked, after, limit);
    }

    @Test
    protected void removeAllByRemovesAllBlocksOfOneBlocker() {
        UserId carla = registered("carla");
        block(anna, bo);
        block(anna, anna);
        block(bo, anna);
        block(carla, anna);

        inUnitOfWork(() -> {
            stores.locks().lock(anna, anna);
            stores.blocks().removeAllBy(anna);
        });

        assertThat(list(anna, 10)).isEmpty();
        assertThat(stores.blocks().exists(anna, bo)).isFalse();
        assertThat(stores.blocks().exists(bo, anna)).isTrue();
        assertThat(stores.blocks().exists(carla, anna)).isTrue();
    }

    @Test
    protected void rolledBackRemoveAllByHasNoEffect() {
        block(anna, bo);

        undone(() -> stores.blocks().removeAllBy(anna));

        assertThat(stores.blocks().exists(anna, bo)).isTrue();
    }

    private List<UserId> inPages(int size) {
        List<UserId> blocked = new ArrayList<>();
        List<Block> page = list(anna, size);
        while (!page.isEmpty()) {
            page.forEach(block -> blocked.add(block.blocked()));
            page = listAfter(blocked.getLast(), size);
        }
        return blocked;
    }

    private List<Block> list(UserId blocker, int limit) {
        return stores.blocks().list(blocker, Optional.empty(), limit);
    }

    private List<Block> listAfter(UserId after, int limit) {
        return stores.blocks().list(anna, Optional.of(after), limit);
    }

    private boolean lift(UserId blocker, UserId blocked) {
        return stores.unitOfWork().execute(() -> {
            stores.locks().lock(blocker, blocked);
            return stores.blocks().remove(blocker, blocked);
        });
    }
}
