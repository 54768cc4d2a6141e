package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.limit.FailureStreak;
import dev.parley.domain.limit.LimitKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Binds streaks of failures: each is counted once, and a success or time ends them. */
public abstract class FailureStreaksContract extends WithStores {

    private static final LimitKey ANNA = LimitKey.ofName("anna");
    private static final LimitKey BO = LimitKey.ofName("bo");
    private static final Instant LONG_AGO = NOW.minusSeconds(3600);

    @Test
    protected void whoHasNotFailedHasNoStreak() {
        add(ANNA, NOW);

        assertThat(find(BO)).isEqualTo(FailureStreak.NONE);
    }

    @Test
    protected void failuresAddUpAndTheLastOneTellsTheTime() {
        add(ANNA, NOW);
        add(ANNA, NOW.plusSeconds(1));
        add(BO, NOW);

        assertThat(find(ANNA)).isEqualTo(new FailureStreak(2, NOW.plusSeconds(1)));
        assertThat(find(BO)).isEqualTo(new FailureStreak(1, NOW));
    }

    @Test
    protected void aStreakThatIsForgottenBeginsAnew() {
        add(ANNA, LONG_AGO.minusMillis(1));
        add(BO, LONG_AGO);

        add(ANNA, NOW);
        add(BO, NOW);

        assertThat(find(ANNA)).isEqualTo(new FailureStreak(1, NOW));
        assertThat(find(BO)).isEqualTo(new FailureStreak(2, NOW));
    }

    @Test
    protected void endEndsTheStreakOfOne() {
        add(ANNA, NOW);
        add(BO, NOW);

        stores.streaks().end(ANNA);
        stores.streaks().end(ANNA);

        assertThat(find(ANNA)).isEqualTo(FailureStreak.NONE);
        assertThat(find(BO).count()).isEqualTo(1);
    }

    @Test
    protected void noneOfManyAtOnceOnTwoNodesIsLost() {
        Stores another = stores.anotherNode();

        ConcurrentRun.of(8, 10)
                .run((thread, step) ->
                        (thread % 2 == 0 ? stores : another).streaks().add(ANNA, NOW, LONG_AGO));

        assertThat(find(ANNA).count()).isEqualTo(80);
    }

    @Test
    protected void oneIsPartOfTheUnitOfWorkThatNotesIt() {
        undone(() -> add(ANNA, NOW));

        assertThat(find(ANNA)).isEqualTo(FailureStreak.NONE);
    }

    @Test
    protected void removeBeforeForgetsOldStreaksAndNothingElse() {
        add(ANNA, NOW.minusMillis(1));
        add(BO, NOW);

        assertThat(stores.streaks().removeBefore(NOW)).isEqualTo(1);
        assertThat(stores.streaks().removeBefore(NOW)).isZero();
        assertThat(find(ANNA)).isEqualTo(FailureStreak.NONE);
        assertThat(find(BO).count()).isEqualTo(1);
    }

    private void add(LimitKey key, Instant now) {
        stores.streaks().add(key, now, LONG_AGO);
    }

    private FailureStreak find(LimitKey key) {
        return stores.streaks().find(key);
    }
}
