package dev.parley.bootstrap.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class HashingLaneTest {

    private final HashingLane lane = new HashingLane(1, 1);
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        lane.stop();
    }

    @Test
    void tasksRunOnPlatformThreads() throws Exception {
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        Thread caller = Thread.ofVirtual().start(() -> worker.complete(lane.run(Thread::currentThread)));
        caller.join();

        assertThat(worker.join().isVirtual()).isFalse();
        assertThat(worker.join().isDaemon()).isTrue();
        assertThat(worker.join().getName()).isEqualTo("password-hashing-0");
    }

    @Test
    void taskBeyondTheQueueIsRefused() throws Exception {
        FutureTask<String> working = begin("worked");
        await().until(this::isWorking);
        FutureTask<String> waiting = begin("waited");
        await().until(() -> lane.waiting() == 1);

        assertThatUnavailable(() -> lane.run(() -> "refused"));

        release.countDown();
        assertThat(working.get()).isEqualTo("worked");
        assertThat(waiting.get()).isEqualTo("waited");
        assertThat(lane.run(() -> "next")).isEqualTo("next");
        assertThat(lane.waiting()).isZero();
    }

    @Test
    void closedLaneFinishesItsTasksAndRefusesOthers() throws Exception {
        FutureTask<String> working = begin("worked");
        await().until(this::isWorking);
        FutureTask<String> waiting = begin("waited");
        await().until(() -> lane.waiting() == 1);

        lane.stop();

        assertThatUnavailable(() -> lane.run(() -> "refused"));
        release.countDown();
        assertThat(working.get()).isEqualTo("worked");
        assertThat(waiting.get()).isEqualTo("waited");
    }

    @Test
    void interruptedCallerFailsAndStaysInterrupted() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread waiter = Thread.ofVirtual().start(() -> {
            try {
                lane.run(this::awaitRelease);
            } catch (UnavailableException e) {
                interrupted.complete(Thread.currentThread().isInterrupted());
                failure.complete(e);
            }
        });
        await().until(this::isWorking);

        waiter.interrupt();

        waiter.join();
        assertThat(failure.join())
                .isInstanceOf(UnavailableException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(interrupted).isCompletedWithValue(true);
    }

    @Test
    void failureOfATaskIsThrown() {
        IllegalArgumentException bug = new IllegalArgumentException("bug");

        assertThatThrownBy(() -> lane.run(() -> {
                    throw bug;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("expected the password to be hashed")
                .hasCause(bug);
        assertThat(lane.run(() -> "next")).isEqualTo("next");
    }

    private boolean isWorking() {
        return started.getCount() == 0;
    }

    private String awaitRelease() {
        started.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "released";
    }

    /** A task in the lane that ends when it is released. */
    private FutureTask<String> begin(String answer) {
        FutureTask<String> task = new FutureTask<>(() -> lane.run(() -> {
            awaitRelease();
            return answer;
        }));
        Thread.ofVirtual().start(task);
        return task;
    }

    private static void assertThatUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call).asInstanceOf(type(UnavailableException.class)).satisfies(refusal -> {
            assertThat(refusal.dependency()).isEqualTo(Dependency.PASSWORD_HASHING);
            assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(2));
        });
    }
}
