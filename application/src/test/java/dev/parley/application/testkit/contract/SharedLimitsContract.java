package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Contract for shared limits: a call takes permits of all its limits or of none, and never too many. */
public abstract class SharedLimitsContract extends WithStores {

    private static final RateLimit ACCOUNT = new RateLimit("account", 5, Duration.ofMinutes(1), 5);
    private static final RateLimit ADDRESS = new RateLimit("address", 20, Duration.ofMinutes(1), 20);
    private static final LimitKey ANNA = LimitKey.ofName("anna");
    private static final LimitKey BO = LimitKey.ofName("bo");
    private static final LimitKey HERE = LimitKey.ofName("anna 🙂 \"'\\");

    @Test
    protected void burstIsGrantedWithTheRemainingPermits() {
        for (int left = 4; left >= 0; left--) {
            assertThat(take(NOW, of(ACCOUNT, ANNA)).all())
                    .containsExactly(
                            new PermitResult(ACCOUNT, left, Duration.ofSeconds(12L * (5 - left)), Duration.ZERO));
        }

        assertThat(take(NOW, of(ACCOUNT, ANNA)).all())
                .containsExactly(new PermitResult(ACCOUNT, 0, Duration.ofMinutes(1), Duration.ofSeconds(12)));
    }

    @Test
    protected void claimAfterTheReportedWaitIsGranted() {
        takeAll(ACCOUNT, ANNA);
        Instant then = NOW.plus(take(NOW, of(ACCOUNT, ANNA)).untilNext());

        assertThat(take(then.minusMillis(1), of(ACCOUNT, ANNA)).areGranted()).isFalse();
        assertThat(take(then, of(ACCOUNT, ANNA)).areGranted()).isTrue();
        assertThat(take(then, of(ACCOUNT, ANNA)).areGranted()).isFalse();
    }

    @Test
    protected void refusedClaimTakesNothingOfOtherLimits() {
        takeAll(ACCOUNT, ANNA);

        PermitResults refused = take(NOW, of(ADDRESS, HERE), of(ACCOUNT, ANNA));

        assertThat(refused.areGranted()).isFalse();
        assertThat(refused.all())
                .containsExactly(
                        new PermitResult(ADDRESS, 20, Duration.ZERO, Duration.ZERO),
                        new PermitResult(ACCOUNT, 0, Duration.ofMinutes(1), Duration.ofSeconds(12)));
        assertThat(take(NOW, of(ADDRESS, HERE)).all().getFirst().remaining()).isEqualTo(19);
    }

    @Test
    protected void quotasAreInTheOrderOfTheClaims() {
        PermitResults one = take(NOW, of(ADDRESS, HERE), of(ACCOUNT, ANNA), of(ACCOUNT, BO));
        PermitResults other = take(NOW, of(ACCOUNT, BO), of(ADDRESS, HERE));

        assertThat(one.all()).extracting(PermitResult::limit).containsExactly(ADDRESS, ACCOUNT, ACCOUNT);
        assertThat(other.all()).extracting(PermitResult::remaining).containsExactly(3, 18);
    }

    @Test
    protected void emptyClaimIsGranted() {
        assertThat(take(NOW)).isEqualTo(PermitResults.NONE);
        assertThat(stores.limits().refund(List.of(), NOW)).isEqualTo(PermitResults.NONE);
    }

    @Test
    protected void refundedPermitIsAvailableUpToTheBurst() {
        takeAll(ACCOUNT, ANNA);

        assertThat(stores.limits()
                        .refund(List.of(of(ACCOUNT, ANNA), of(ADDRESS, HERE)), NOW)
                        .all())
                .extracting(PermitResult::remaining)
                .containsExactly(1, 20);

        assertThat(take(NOW, of(ACCOUNT, ANNA)).areGranted()).isTrue();
        assertThat(take(NOW, of(ACCOUNT, ANNA)).areGranted()).isFalse();
        assertThat(take(NOW, of(ADDRESS, HERE)).all().getFirst().remaining()).isEqualTo(19);
    }

    @Test
    protected void concurrentClaimsOnTwoNodesAreGrantedExactlyTheAvailablePermits() {
        Stores another = stores.anotherNode();
        AtomicInteger granted = new AtomicInteger();

        ConcurrentRun.of(10, 10).run((thread, step) -> {
            List<NeededPermit> permits = thread % 3 == 0
                    ? List.of(of(ACCOUNT, ANNA), of(ADDRESS, HERE))
                    : List.of(of(ADDRESS, HERE), of(ACCOUNT, ANNA)); // in any order, without deadlock
            if ((thread % 2 == 0 ? stores : another).limits().take(permits, NOW).areGranted()) {
                granted.incrementAndGet();
            }
        });

        assertThat(granted).hasValue(5);
        assertThat(take(NOW, of(ADDRESS, HERE)).all().getFirst().remaining()).isEqualTo(14);
    }

    @Test
    protected void clockFarAheadDoesNotLockClientsOut() {
        for (int unit = 0; unit < 5; unit++) {
            take(NOW.plus(Duration.ofDays(365)), of(ACCOUNT, ANNA));
        }

        assertThat(take(NOW, of(ACCOUNT, ANNA)).untilNext()).isEqualTo(Duration.ofSeconds(12));
        assertThat(take(NOW.plusSeconds(12), of(ACCOUNT, ANNA)).untilNext())
                .isLessThanOrEqualTo(Duration.ofSeconds(12));
    }

    @Test
    protected void removeFullDeletesOnlyFullBuckets() {
        take(NOW, of(ACCOUNT, ANNA));
        take(NOW, of(ACCOUNT, BO));
        take(NOW, of(ACCOUNT, BO));

        assertThat(stores.limits().removeFull(NOW.plusSeconds(12).minusMillis(1)))
                .isZero();
        assertThat(stores.limits().removeFull(NOW.plusSeconds(12))).isEqualTo(1);
        assertThat(take(NOW.plusSeconds(12), of(ACCOUNT, BO)).all().getFirst().remaining())
                .isEqualTo(3);
    }

    @Test
    protected void concurrentRemovalGrantsNoExtraPermits() {
        AtomicInteger granted = new AtomicInteger();

        ConcurrentRun.of(8, 10).run((thread, step) -> {
            if (thread % 4 == 0) {
                stores.limits().removeFull(NOW);
            } else if (take(NOW, of(ACCOUNT, ANNA)).areGranted()) {
                granted.incrementAndGet();
            }
        });

        assertThat(granted).hasValue(5);
    }

    @Test
    protected void aClaimInAUnitOfWorkIsRefused() {
        assertThatThrownBy(() -> inUnitOfWork(() -> take(NOW, of(ACCOUNT, ANNA))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> inUnitOfWork(() -> stores.limits().refund(List.of(of(ACCOUNT, ANNA)), NOW)))
                .isInstanceOf(IllegalStateException.class);
    }

    private PermitResults take(Instant now, NeededPermit... permits) {
        return stores.limits().take(List.of(permits), now);
    }

    private void takeAll(RateLimit limit, LimitKey key) {
        for (int unit = 0; unit < limit.burst(); unit++) {
            assertThat(take(NOW, of(limit, key)).areGranted()).isTrue();
        }
    }

    private static NeededPermit of(RateLimit limit, LimitKey key) {
        return new NeededPermit(limit, key);
    }
}
