package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.port.out.limit.FailureStreaks;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.limit.FailureStreak;
import dev.parley.domain.limit.LimitKey;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Contract for failure streaks: each failure is counted once, and a success or time ends the streak. */
public abstract class FailureStreaksContract extends WithStores {

    private static final LimitKey ANNA = LimitKey.ofName("anna");
    private static final LimitKey BO = LimitKey.ofName("bo");

    @Test
    protected void keyWithoutFailureHasNoStreak() {
        add(ANNA, NOW);

        assertThat(find(BO)).isEqualTo(FailureStreak.NONE);
    }

    @Test
    protected void failuresAddUpWithTheTimeOfTheLast() {
        add(ANNA, NOW);
        add(ANNA, NOW.plusSeconds(1));
        add(BO, NOW);

        assertThat(find(ANNA)).isEqualTo(new FailureStreak(2, NOW.plusSeconds(1)));
        assertThat(find(BO)).isEqualTo(new FailureStreak(1, NOW));
    }

    @Test
    protected void resultOfTheChangeIsStored() {
        stores.streaks().change(ANNA, before -> new FailureStreak(17, NOW));
        stores.streaks().change(ANNA, before -> new FailureStreak(before.count() - 16, NOW.minusSeconds(1)));

        assertThat(find(ANNA)).isEqualTo(new FailureStreak(1, NOW.minusSeconds(1)));
    }

    @Test
    protected void changeIsCalledOnce() {
        AtomicInteger asked = new AtomicInteger();

        stores.streaks().change(ANNA, before -> new FailureStreak(asked.incrementAndGet(), NOW));
        stores.streaks().change(ANNA, before -> new FailureStreak(10 * asked.incrementAndGet(), NOW));

        assertThat(find(ANNA).count()).isEqualTo(20);
    }

    @Test
    protected void failedChangeKeepsTheStreak() {
        add(ANNA, NOW);

        List.of(ANNA, BO)
                .forEach(key -> assertThatThrownBy(() -> stores.streaks().change(key, before -> {
                            throw new IllegalArgumentException("no change");
                        }))
                        .isInstanceOf(IllegalArgumentException.class));

        assertThat(find(ANNA)).isEqualTo(new FailureStreak(1, NOW));
        assertThat(find(BO)).isEqualTo(FailureStreak.NONE);
        assertThat(stores.streaks().removeBefore(NOW)).isZero();
    }

    @Test
    protected void endDeletesTheStreakOfOneKey() {
        add(ANNA, NOW);
        add(BO, NOW);

        stores.streaks().end(ANNA);
        stores.streaks().end(ANNA);

        assertThat(find(ANNA)).isEqualTo(FailureStreak.NONE);
        assertThat(find(BO).count()).isEqualTo(1);
    }

    @Test
    protected void concurrentChangesOnTwoNodesAreAllCounted() {
        Stores another = stores.anotherNode();

        ConcurrentRun.of(8, 10).run((thread, step) -> add((thread % 2 == 0 ? stores : another).streaks(), ANNA, NOW));

        assertThat(find(ANNA).count()).isEqualTo(80);
    }

    @Test
    protected void changeIsPartOfItsUnitOfWork() {
        undone(() -> add(ANNA, NOW));

        assertThat(find(ANNA)).isEqualTo(FailureStreak.NONE);
    }

    @Test
    protected void removeBeforeDeletesOnlyOldStreaks() {
        add(ANNA, NOW.minusMillis(1));
        add(BO, NOW);

        assertThat(stores.streaks().removeBefore(NOW)).isEqualTo(1);
        assertThat(stores.streaks().removeBefore(NOW)).isZero();
        assertThat(find(ANNA)).isEqualTo(FailureStreak.NONE);
        assertThat(find(BO).count()).isEqualTo(1);
    }

    private void add(LimitKey key, Instant now) {
        add(stores.streaks(), key, now);
    }

    private static void add(FailureStreaks streaks, LimitKey key, Instant now) {
        streaks.change(key, before -> new FailureStreak(before.count() + 1, now));
    }

    private FailureStreak find(LimitKey key) {
        return stores.streaks().find(key);
    }
}
