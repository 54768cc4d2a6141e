package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.limit.NodeLimits;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract for the limits of a node: exactly the permits of the limit, also under concurrency. */
public abstract class NodeLimitsContract {

    private static final RateLimit SENDS = new RateLimit("sends", 10, Duration.ofSeconds(1), 30);
    private static final RateLimit LOGINS = new RateLimit("logins", 5, Duration.ofMinutes(1), 5);
    private static final LimitKey ANNA = LimitKey.ofUser(1);
    private static final LimitKey BO = LimitKey.ofUser(2);

    private NodeLimits limits;

    /** New limits with all their permits. */
    protected abstract NodeLimits open();

    /** Advances the clock of the limits, which otherwise stands still. */
    protected abstract void pass(Duration time);

    @BeforeEach
    protected void openNew() {
        limits = open();
    }

    @Test
    protected void burstIsGrantedWithTheRemainingPermits() {
        for (int left = 29; left >= 0; left--) {
            PermitResult result = limits.take(new NeededPermit(SENDS, ANNA));

            assertThat(result.isGranted()).isTrue();
            assertThat(result.limit()).isEqualTo(SENDS);
            assertThat(result.remaining()).isEqualTo(left);
            assertThat(result.untilFull()).isEqualTo(Duration.ofMillis(100L * (30 - left)));
        }

        PermitResult refused = limits.take(new NeededPermit(SENDS, ANNA));
        assertThat(refused.isGranted()).isFalse();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.untilNext()).isEqualTo(Duration.ofMillis(100));
        assertThat(refused.untilFull()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    protected void claimAfterTheReportedWaitIsGranted() {
        takeAll(LOGINS, ANNA);
        Duration wait = limits.take(new NeededPermit(LOGINS, ANNA)).untilNext();
        assertThat(wait).isEqualTo(Duration.ofSeconds(12));

        pass(wait.minusMillis(1));
        PermitResult early = limits.take(new NeededPermit(LOGINS, ANNA));
        pass(Duration.ofMillis(1));

        assertThat(early.isGranted()).isFalse();
        assertThat(early.untilNext()).isEqualTo(Duration.ofMillis(1));
        assertThat(limits.take(new NeededPermit(LOGINS, ANNA)).isGranted()).isTrue();
        assertThat(limits.take(new NeededPermit(LOGINS, ANNA)).isGranted()).isFalse();
    }

    @Test
    protected void refusedClaimTakesNothing() {
        takeAll(LOGINS, ANNA);
        for (int attempt = 0; attempt < 20; attempt++) {
            limits.take(new NeededPermit(LOGINS, ANNA));
        }

        pass(Duration.ofSeconds(12));

        assertThat(limits.take(new NeededPermit(LOGINS, ANNA)).isGranted()).isTrue();
    }

    @Test
    protected void permitsNeverExceedTheBurst() {
        limits.take(new NeededPermit(LOGINS, ANNA));

        pass(Duration.ofHours(1));

        assertThat(limits.take(new NeededPermit(LOGINS, ANNA)).remaining()).isEqualTo(4);
    }

    @Test
    protected void eachKeyHasItsOwnPermitsOfEachLimit() {
        takeAll(LOGINS, ANNA);

        assertThat(limits.take(new NeededPermit(LOGINS, BO)).remaining()).isEqualTo(4);
        assertThat(limits.take(new NeededPermit(SENDS, ANNA)).remaining()).isEqualTo(29);
    }

    @Test
    protected void concurrentClaimsAreGrantedExactlyTheAvailablePermits() {
        AtomicInteger granted = new AtomicInteger();

        ConcurrentRun.of(20, 20).run((thread, step) -> {
            if (limits.take(new NeededPermit(SENDS, ANNA)).isGranted()) {
                granted.incrementAndGet();
            }
        });

        assertThat(granted).hasValue(30);
    }

    @Test
    protected void claimOfSeveralLimitsTakesAllOrNothing() {
        takeAll(LOGINS, BO);
        List<NeededPermit> both = List.of(new NeededPermit(LOGINS, ANNA), new NeededPermit(LOGINS, BO));

        for (int attempt = 0; attempt < 10; attempt++) {
            PermitResults refused = limits.take(both);

            assertThat(refused.areGranted()).isFalse();
            assertThat(refused.all()).extracting(PermitResult::remaining).containsExactly(5, 0);
            assertThat(refused.all()).extracting(PermitResult::isGranted).containsExactly(true, false);
            assertThat(refused.untilNext()).isEqualTo(Duration.ofSeconds(12));
        }
        pass(Duration.ofSeconds(12));

        PermitResults granted = limits.take(both);
        assertThat(granted.areGranted()).isTrue();
        assertThat(granted.all()).extracting(PermitResult::remaining).containsExactly(4, 0);
        assertThat(limits.take(both).areGranted()).isFalse();
        assertThat(limits.take(new NeededPermit(LOGINS, ANNA)).remaining()).isEqualTo(3);
    }

    @Test
    protected void concurrentClaimsOfSeveralLimitsNeverExceedThePermits() {
        AtomicInteger granted = new AtomicInteger();

        ConcurrentRun.of(20, 20).run((thread, step) -> {
            LimitKey key = thread % 2 == 0 ? BO : LimitKey.ofUser(3);
            if (limits.take(List.of(new NeededPermit(SENDS, ANNA), new NeededPermit(LOGINS, key)))
                    .areGranted()) {
                granted.incrementAndGet();
            }
        });

        assertThat(granted).hasValueBetween(1, 10);
        assertThat(limits.look(List.of(new NeededPermit(SENDS, ANNA))).all())
                .extracting(PermitResult::remaining)
                .containsExactly(30 - granted.get());
    }

    @Test
    protected void lookTakesNothing() {
        List<NeededPermit> both = List.of(new NeededPermit(LOGINS, ANNA), new NeededPermit(SENDS, ANNA));
        limits.take(new NeededPermit(LOGINS, ANNA));

        for (int look = 0; look < 10; look++) {
            assertThat(limits.look(both).areGranted()).isTrue();
        }

        assertThat(limits.look(both).all())
                .containsExactly(
                        new PermitResult(LOGINS, 4, Duration.ofSeconds(12), Duration.ZERO),
                        new PermitResult(SENDS, 30, Duration.ZERO, Duration.ZERO));
    }

    @Test
    protected void lookReportsTheTimeUntilAPermitIsAvailable() {
        takeAll(LOGINS, ANNA);
        List<NeededPermit> permit = List.of(new NeededPermit(LOGINS, ANNA));

        pass(Duration.ofSeconds(5));
        assertThat(limits.look(permit).all())
                .containsExactly(new PermitResult(LOGINS, 0, Duration.ofSeconds(55), Duration.ofSeconds(7)));
        pass(Duration.ofSeconds(7));

        assertThat(limits.look(permit).areGranted()).isTrue();
    }

    private void takeAll(RateLimit limit, LimitKey key) {
        for (int unit = 0; unit < limit.burst(); unit++) {
            assertThat(limits.take(new NeededPermit(limit, key)).isGranted()).isTrue();
        }
    }
}
