package dev.parley.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That whatever is added is worked on, whatever happens. */
final class GatheringTest {

    private static final int MOST = 3;

    private final Collection<List<Integer>> worked = new ConcurrentLinkedQueue<>();
    private final Collection<Integer> failed = new ConcurrentLinkedQueue<>();
    private final CountDownLatch free = new CountDownLatch(1);
    private final List<Gathering<Integer>> open = new ArrayList<>();

    @AfterEach
    void end() {
        free.countDown();
        open.forEach(Gathering::close);
    }

    @Test
    void whatGathersIsWorkedOnTogetherUpToTheBoundAndInItsOrder() {
        Gathering<Integer> gathering = gathering(this::workWhenFree);

        gathering.add(1);
        await().until(() -> worked.size() == 1);
        IntStream.rangeClosed(2, 6).forEach(gathering::add);
        free.countDown();
        gathering.close();

        assertThat(worked).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6));
    }

    @Test
    void whatTheWorkWantsAgainItIsGivenAfterTheOthersAndAlsoAtTheEnd() {
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        Gathering<Integer> gathering = gathering(group -> {
            workWhenFree(group);
            return group.stream().filter(seen::add).toList();
        });

        gathering.add(1);
        await().until(() -> worked.size() == 1);
        gathering.add(2);
        free.countDown();
        gathering.close();

        assertThat(worked.stream().flatMap(List::stream)).containsExactly(1, 2, 1, 2);
    }

    @Test
    void anErrorOfTheWorkEndsNeitherTheWorkNorTheWaitOfAnybody() {
        Gathering<Integer> gathering = gathering(group -> {
            if (group.contains(1)) {
                throw new StackOverflowError("as it may happen");
            }
            return workWhenFree(group);
        });
        free.countDown();

        gathering.add(1);
        await().until(() -> failed.contains(1));
        gathering.add(2);

        await().until(() -> worked.contains(List.of(2)));
        assertThat(failed).containsExactly(1);
    }

    @Test
    void whoeverCannotBeToldOfAFailureEndsTheWorkAndThenNobodyIsKeptWaiting() {
        AtomicBoolean memory = new AtomicBoolean();
        Gathering<Integer> gathering = gathering(
                group -> {
                    workWhenFree(group);
                    throw new IllegalStateException("broken");
                },
                (group, e) -> {
                    if (memory.getAndSet(true)) {
                        failed.addAll(group);
                    } else {
                        throw new OutOfMemoryError("as it may happen");
                    }
                });

        gathering.add(1);
        await().until(() -> worked.size() == 1);
        gathering.add(2);
        free.countDown();

        await().untilAsserted(() -> assertThat(failed).containsExactly(1, 2));
        assertThatThrownBy(() -> gathering.add(3)).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void nothingIsTakenAfterTheEnd() {
        Gathering<Integer> gathering = gathering(this::workWhenFree);

        gathering.close();

        assertThatThrownBy(() -> gathering.add(1)).isInstanceOf(RejectedExecutionException.class);
        assertThat(worked).isEmpty();
    }

    /** Each comes when the thread is about to sleep, or has just gone to. */
    @Test
    void nothingThatIsAddedIsSleptOver() throws InterruptedException {
        BlockingQueue<List<Integer>> answers = new LinkedBlockingQueue<>();
        Gathering<Integer> gathering = gathering(group -> {
            answers.add(group);
            return List.of();
        });

        for (int number = 0; number < 20_000; number++) {
            gathering.add(number);
            assertThat(answers.poll(30, TimeUnit.SECONDS)).containsExactly(number);
        }
    }

    private List<Integer> workWhenFree(List<Integer> group) {
        worked.add(group);
        try {
            assertThat(free.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    private Gathering<Integer> gathering(Function<List<Integer>, List<Integer>> work) {
        return gathering(work, (group, e) -> failed.addAll(group));
    }

    private Gathering<Integer> gathering(
            Function<List<Integer>, List<Integer>> work, BiConsumer<List<Integer>, Throwable> onFailure) {
        Gathering<Integer> gathering = new Gathering<>("gathering-test", MOST, work, onFailure);
        open.add(gathering);
        gathering.start();
        return gathering;
    }
}
