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

/** Every item that was added is worked on or fails. */
final class BatchWorkerTest {

    private static final int MOST = 3;

    private final Collection<List<Integer>> worked = new ConcurrentLinkedQueue<>();
    private final Collection<Integer> failed = new ConcurrentLinkedQueue<>();
    private final CountDownLatch free = new CountDownLatch(1);
    private final List<BatchWorker<Integer>> open = new ArrayList<>();

    @AfterEach
    void end() {
        free.countDown();
        open.forEach(BatchWorker::close);
    }

    @Test
    void itemsAddedDuringABatchShareTheNextUpToTheBoundInTheirOrder() {
        BatchWorker<Integer> worker = worker(this::workWhenFree);

        worker.add(1);
        await().until(() -> worked.size() == 1);
        IntStream.rangeClosed(2, 6).forEach(worker::add);
        free.countDown();
        worker.close();

        assertThat(worked).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6));
    }

    @Test
    void repeatedItemsFollowTheAddedOnesAndAreWorkedOnAfterClose() {
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        BatchWorker<Integer> worker = worker(group -> {
            workWhenFree(group);
            return group.stream().filter(seen::add).toList();
        });

        worker.add(1);
        await().until(() -> worked.size() == 1);
        worker.add(2);
        free.countDown();
        worker.close();

        assertThat(worked.stream().flatMap(List::stream)).containsExactly(1, 2, 1, 2);
    }

    @Test
    void errorOfTheWorkFailsItsBatchAndTheThreadContinues() {
        BatchWorker<Integer> worker = worker(group -> {
            if (group.contains(1)) {
                throw new StackOverflowError("as it may happen");
            }
            return workWhenFree(group);
        });
        free.countDown();

        worker.add(1);
        await().until(() -> failed.contains(1));
        worker.add(2);

        await().until(() -> worked.contains(List.of(2)));
        assertThat(failed).containsExactly(1);
    }

    @Test
    void errorOfTheFailureHandlerEndsTheWorkAndFailsQueuedItems() {
        AtomicBoolean memory = new AtomicBoolean();
        BatchWorker<Integer> worker = worker(
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

        worker.add(1);
        await().until(() -> worked.size() == 1);
        worker.add(2);
        free.countDown();

        await().untilAsserted(() -> assertThat(failed).containsExactly(1, 2));
        assertThatThrownBy(() -> worker.add(3)).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void addAfterCloseIsRejected() {
        BatchWorker<Integer> worker = worker(this::workWhenFree);

        worker.close();

        assertThatThrownBy(() -> worker.add(1)).isInstanceOf(RejectedExecutionException.class);
        assertThat(worked).isEmpty();
    }

    /** Adds each item when the thread is about to wait, or has just begun to. */
    @Test
    void everyAddedItemWakesTheThread() throws InterruptedException {
        BlockingQueue<List<Integer>> answers = new LinkedBlockingQueue<>();
        BatchWorker<Integer> worker = worker(group -> {
            answers.add(group);
            return List.of();
        });

        for (int number = 0; number < 20_000; number++) {
            worker.add(number);
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

    @Test
    void workerThatWasNotStartedRefusesItemsAndCloses() {
        try (BatchWorker<Integer> worker =
                new BatchWorker<>("worker-test", MOST, group -> List.of(), (group, e) -> failed.addAll(group))) {
            assertThatThrownBy(() -> worker.add(1)).isInstanceOf(RejectedExecutionException.class);
        }
        assertThat(failed).isEmpty();
    }

    private BatchWorker<Integer> worker(Function<List<Integer>, List<Integer>> work) {
        return worker(work, (group, e) -> failed.addAll(group));
    }

    private BatchWorker<Integer> worker(
            Function<List<Integer>, List<Integer>> work, BiConsumer<List<Integer>, Throwable> onFailure) {
        BatchWorker<Integer> worker = new BatchWorker<>("worker-test", MOST, work, onFailure);
        open.add(worker);
        worker.start();
        return worker;
    }
}
