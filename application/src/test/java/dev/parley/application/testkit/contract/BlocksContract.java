package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.user.UserId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Binds blocks: each has a direction, is there once, and every change is told to exactly one who asked for it. */
public abstract class BlocksContract extends WithStores {

    private UserId anna;
    private UserId bo;

    @BeforeEach
    protected void register() {
        anna = registered("anna");
        bo = registered("bo");
    }

    @Test
    protected void nobodyIsBlockedAtFirst() {
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
    protected void twoCanBlockEachOther() {
        assertThat(block(anna, bo)).isTrue();
        assertThat(block(bo, anna)).isTrue();

        assertThat(lift(anna, bo)).isTrue();

        assertThat(stores.blocks().exists(anna, bo)).isFalse();
        assertThat(stores.blocks().exists(bo, anna)).isTrue();
    }

    @Test
    protected void addIsFalseWhenThereIsTheBlockAlready() {
        block(anna, bo);

        assertThat(block(anna, bo)).isFalse();

        assertThat(stores.blocks().exists(anna, bo)).isTrue();
    }

    @Test
    protected void oneCanBlockOneself() {
        assertThat(block(anna, anna)).isTrue();
        assertThat(block(anna, anna)).isFalse();
        assertThat(stores.blocks().exists(anna, anna)).isTrue();
        assertThat(lift(anna, anna)).isTrue();
        assertThat(stores.blocks().exists(anna, anna)).isFalse();
    }

    @Test
    protected void removeIsFalseWhenThereIsNoBlock() {
        block(bo, anna);

        assertThat(lift(anna, bo)).isFalse();
    }

    @Test
    protected void aBlockIsLiftedOnceAndCanBeAddedAgain() {
        block(anna, bo);

        assertThat(lift(anna, bo)).isTrue();
        assertThat(lift(anna, bo)).isFalse();
        assertThat(block(anna, bo)).isTrue();
    }

    @Test
    protected void aBlockThatIsUndoneWasNever() {
        undone(() -> block(anna, bo));

        assertThat(stores.blocks().exists(anna, bo)).isFalse();
    }

    @Test
    protected void everyChangeIsToldOnceWhenManyAddAndRemoveAtOnce() {
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

    private boolean lift(UserId blocker, UserId blocked) {
        return stores.unitOfWork().execute(() -> {
            stores.locks().lock(blocker, blocked);
            return stores.blocks().remove(blocker, blocked);
        });
    }
}
