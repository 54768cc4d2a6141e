package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.application.testkit.BackgroundTask;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.user.UserId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract for user locks: exclusive, released at the end of the unit of work, and free of deadlocks. */
public abstract class UserLocksContract extends WithStores {

    private static final int THREADS = 6;
    private static final int STEPS = 20;

    private UserId anna;
    private UserId bo;
    private UserId carla;

    @BeforeEach
    protected void register() {
        anna = registered("anna");
        bo = registered("bo");
        carla = registered("carla");
    }

    @Test
    protected void lockRequiresAUnitOfWork() {
        assertThatIllegalStateException().isThrownBy(() -> stores.locks().lock(anna, bo));
    }

    @Test
    protected void lockRequiresAUnitOfWorkThatMayWrite() {
        assertThatIllegalStateException()
                .isThrownBy(() -> stores.unitOfWork().<UserId>snapshot(() -> {
                    stores.locks().lock(anna, bo);
                    return anna;
                }));
    }

    @Test
    protected void lockingAnUnknownUserIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inUnitOfWork(() -> stores.locks().lock(anna, new UserId(Long.MAX_VALUE))));
    }

    @Test
    protected void lockReturnsErasedUsers() {
        UserId dora = registered("dora");
        erase(anna);
        erase(dora);

        assertThat(lockedAndErased(bo, carla)).isEmpty();
        assertThat(lockedAndErased(bo, anna)).containsExactly(anna);
        assertThat(lockedAndErased(anna, anna)).containsExactly(anna);
        assertThat(lockedAndErased(dora, anna)).containsExactlyInAnyOrder(anna, dora);
    }

    @Test
    protected void lockReturnsUsersErasedDuringTheWait() {
        List<BackgroundTask<Set<UserId>>> waiting = new ArrayList<>();

        inUnitOfWork(() -> {
            stores.locks().lock(anna, anna);
            waiting.add(BackgroundTask.start(() -> lockedAndErased(anna, bo)));
            assertThat(waiting.getFirst().endsSoon()).isFalse();
            stores.users().erase(anna);
        });

        assertThat(waiting.getFirst().result()).containsExactly(anna);
    }

    private void erase(UserId user) {
        inUnitOfWork(() -> {
            stores.locks().lock(user, user);
            stores.users().erase(user);
        });
    }

    private Set<UserId> lockedAndErased(UserId one, UserId other) {
        return stores.unitOfWork().execute(() -> stores.locks().lock(one, other));
    }

    @Test
    protected void oneUserCanBeLockedTwiceAndAgain() {
        inUnitOfWork(() -> {
            stores.locks().lock(anna, anna);
            stores.locks().lock(anna, bo);
            stores.locks().lock(bo, anna);
        });

        assertThat(lockElsewhere(anna, bo).result()).isEqualTo(anna);
    }

    @Test
    protected void lockWaitsUntilTheOtherUnitOfWorkEnds() {
        List<BackgroundTask<UserId>> waiting = new ArrayList<>();

        inUnitOfWork(() -> {
            stores.locks().lock(anna, bo);
            waiting.add(lockElsewhere(bo, carla));
            waiting.add(lockElsewhere(anna, anna));
            waiting.add(lockElsewhere(bo, anna));
            assertThat(waiting).noneMatch(BackgroundTask::endsSoon);
        });

        assertThat(waiting).map(BackgroundTask::result).containsExactly(bo, anna, bo);
    }

    @Test
    protected void rolledBackUnitOfWorkReleasesItsLocks() {
        undone(() -> stores.locks().lock(anna, bo));

        assertThat(lockElsewhere(anna, bo).result()).isEqualTo(anna);
    }

    @Test
    protected void locksOfOtherUsersDoNotWait() {
        UserId dora = registered("dora");

        inUnitOfWork(() -> {
            stores.locks().lock(anna, bo);
            assertThat(lockElsewhere(carla, dora).endsSoon()).isTrue();
        });
    }

    @Test
    protected void noUpdateIsLostBetweenOverlappingPairsInAnyOrder() {
        List<List<UserId>> pairs = List.of(
                List.of(anna, bo),
                List.of(bo, anna),
                List.of(bo, carla),
                List.of(carla, anna),
                List.of(carla, carla),
                List.of(anna, carla));
        Map<UserId, AtomicInteger> counters =
                List.of(anna, bo, carla).stream().collect(Collectors.toMap(user -> user, user -> new AtomicInteger()));

        ConcurrentRun.of(THREADS, STEPS).run((thread, step) -> {
            List<UserId> pair = pairs.get((thread + step) % pairs.size());
            inUnitOfWork(() -> {
                stores.locks().lock(pair.getFirst(), pair.getLast());
                pair.stream().distinct().map(counters::get).forEach(UserLocksContract::incrementSlowly);
            });
        });

        int rounds = THREADS * STEPS / pairs.size();
        assertThat(counters.get(anna)).hasValue(4 * rounds);
        assertThat(counters.get(bo)).hasValue(3 * rounds);
        assertThat(counters.get(carla)).hasValue(4 * rounds);
    }

    @Test
    protected void readUnderALockSeesTheLastHoldersChanges() {
        send(anna, bo, "to begin the conversation");

        ConcurrentRun.of(THREADS, STEPS)
                .run((thread, step) -> inUnitOfWork(() -> {
                    stores.locks().lock(thread % 2 == 0 ? anna : bo, thread % 2 == 0 ? bo : anna);
                    stores.conversations()
                            .store(aTickLater(conversation(anna, bo).orElseThrow()));
                }));

        assertThat(conversation(anna, bo).orElseThrow().latestAt())
                .isEqualTo(NOW.plus(THREADS * STEPS, ChronoUnit.MICROS));
    }

    private BackgroundTask<UserId> lockElsewhere(UserId one, UserId other) {
        return BackgroundTask.start(() -> stores.unitOfWork().execute(() -> {
            stores.locks().lock(one, other);
            return one;
        }));
    }

    /** Deliberately not atomic. */
    private static void incrementSlowly(AtomicInteger counter) {
        int seen = counter.get();
        for (int i = 0; i < 1000; i++) {
            Thread.onSpinWait();
        }
        counter.set(seen + 1);
    }

    private static Conversation aTickLater(Conversation found) {
        return new Conversation(
                found.id(),
                found.participants(),
                found.lastPlace(),
                found.lower(),
                found.higher(),
                found.latestAt().plus(1, ChronoUnit.MICROS));
    }
}
