package dev.parley.bootstrap.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.application.service.activity.RelayActivitiesService;
import dev.parley.application.testkit.InMemoryActivityLog;
import dev.parley.application.testkit.InMemoryRelayLeadership;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(30)
final class RelayLoopTest {

    private static final int BATCH = 2;

    private final InMemoryStores stores = InMemoryStores.empty();
    private final InMemoryRelayLeadership leadership = new InMemoryRelayLeadership();
    private final FailingLog log = new FailingLog();
    private final AtomicBoolean mayWork = new AtomicBoolean(true);
    private final RelayLoop loop = new RelayLoop(
            new RelayActivitiesService(leadership, stores.outbox(), log, BATCH), Duration.ofMillis(1), mayWork::get);
    private final Logger logger = (Logger) LoggerFactory.getLogger(RelayLoop.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private boolean stopped;

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() throws InterruptedException {
        logger.detachAppender(lines);
        logger.setLevel(null);
        if (!stopped) {
            loop.stop();
        }
    }

    private void stopLoop() throws InterruptedException {
        stopped = true;
        loop.stop();
    }

    @Test
    void loopIsOnStandbyBeforeItsFirstRound() {
        assertThat(loop.state()).isEqualTo(new RelayState.Standby());
        assertThat(loop.relayed()).isZero();
    }

    @Test
    void loopRelaysWaitingAndNewActivities() {
        record(5);
        loop.start();
        await().until(() -> log.size() == 5);

        record(3);
        await().until(() -> log.size() == 8);

        await().until(() -> loop.relayed() == 8);
        assertThat(loop.state()).isEqualTo(new RelayState.Relaying());
        assertThat(stores.outbox().backlog().count()).isZero();
    }

    @Test
    void loopIsOnStandbyWhileAnotherNodeLeads() {
        InMemoryRelayLeadership other = leadership.competitor();
        assertThat(other.lead()).isTrue();
        record(1);
        loop.start();
        await().during(Duration.ofMillis(50)).until(() -> loop.state() instanceof RelayState.Standby);
        assertThat(log.size()).isZero();

        other.resign();

        await().until(() -> loop.state() instanceof RelayState.Relaying);
        await().until(() -> log.size() == 1);
    }

    @Test
    void loopPausesWhileTheNodeMustNotWork() {
        mayWork.set(false);
        record(1);
        loop.start();
        await().during(Duration.ofMillis(50)).until(() -> log.size() == 0);

        mayWork.set(true);

        await().until(() -> log.size() == 1);
    }

    @Test
    void unavailableLogStoreIsLoggedOnceAndRetried() {
        log.failsWith(
                () -> new UnavailableException(Dependency.LOG_STORE, new IllegalStateException("connection refused")));
        record(3);
        loop.start();
        await().until(() -> log.attempts() > 5);

        assertThat(loop.state()).isEqualTo(new RelayState.Failing("LOG_STORE is unavailable: connection refused"));
        assertThat(stores.outbox().backlog().count()).isEqualTo(3);
        assertThat(messages(Level.WARN))
                .containsExactly(
                        "The activity relay is interrupted, retrying: LOG_STORE is unavailable: connection refused");

        log.works();
        await().until(() -> loop.relayed() == 3);
        assertThat(loop.state()).isEqualTo(new RelayState.Relaying());
        assertThat(messages(Level.INFO)).containsExactly("The activity relay works again");
    }

    @Test
    void changedFailureIsLoggedAgain() {
        log.failsWith(() -> new UnavailableException(Dependency.LOG_STORE));
        record(1);
        loop.start();
        await().until(() -> loop.state().equals(new RelayState.Failing("LOG_STORE is unavailable")));

        log.failsWith(() -> new UnavailableException(Dependency.STATE_STORE));
        await().until(() -> loop.state().equals(new RelayState.Failing("STATE_STORE is unavailable")));

        assertThat(messages(Level.WARN))
                .containsExactly(
                        "The activity relay is interrupted, retrying: LOG_STORE is unavailable",
                        "The activity relay is interrupted, retrying: STATE_STORE is unavailable");
    }

    @Test
    void unexpectedExceptionIsLoggedWithItsStackTraceAndRetried() {
        log.failsWith(() -> new IllegalStateException("bug"));
        record(1);
        loop.start();
        await().until(() -> log.attempts() > 5);

        assertThat(loop.state()).isEqualTo(new RelayState.Failing("java.lang.IllegalStateException: bug"));
        assertThat(messages(Level.ERROR)).containsExactly("The activity relay failed, retrying");
        assertThat(lines.list)
                .anySatisfy(line ->
                        assertThat(line.getThrowableProxy().getMessage()).isEqualTo("bug"));

        log.works();
        await().until(() -> loop.relayed() == 1);
    }

    @Test
    void errorIsRetried() {
        log.failsWith(() -> new StackOverflowError("deep"));
        record(1);
        loop.start();
        await().until(() -> log.attempts() > 2);

        assertThat(loop.state()).isEqualTo(new RelayState.Failing("java.lang.StackOverflowError: deep"));

        log.works();
        await().until(() -> loop.relayed() == 1);
    }

    @Test
    void stopRelaysTheRestAndReleasesLeadership() throws InterruptedException {
        record(5); // more than a batch, before the first round

        stopLoop();

        assertThat(log.size()).isEqualTo(5);
        assertThat(loop.relayed()).isEqualTo(5);
        assertThat(leadership.competitor().lead()).isTrue();
    }

    @Test
    void stopSucceedsWithAnUnavailableLogStore() throws InterruptedException {
        log.failsWith(() -> new UnavailableException(Dependency.LOG_STORE));
        record(1);
        loop.start();
        await().until(() -> log.attempts() > 0);

        stopLoop();

        assertThat(stores.outbox().backlog().count()).isEqualTo(1);
        assertThat(leadership.competitor().lead()).isTrue();
    }

    private void record(int count) {
        for (int i = 0; i < count; i++) {
            stores.unitOfWork().execute(() -> {
                stores.outbox()
                        .record(Activity.by(
                                new UserId(1),
                                ActivityType.SIGN_UP,
                                Instant.parse("2026-11-22T10:15:30Z"),
                                Origin.operator()));
                return true;
            });
        }
    }

    private List<String> messages(Level level) {
        return List.copyOf(lines.list).stream()
                .filter(line -> line.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** An activity log that fails as configured. */
    private static final class FailingLog implements ActivityLog {

        private final InMemoryActivityLog log = new InMemoryActivityLog();
        private final AtomicReference<@Nullable Supplier<Throwable>> failure = new AtomicReference<>();
        private final AtomicInteger attempts = new AtomicInteger();

        void failsWith(Supplier<Throwable> how) {
            failure.set(how);
        }

        void works() {
            failure.set(null);
        }

        int attempts() {
            return attempts.get();
        }

        int size() {
            return readAfter(0, Filter.all(), MAX_PAGE).size();
        }

        @Override
        public void append(List<RecordedActivity> entries) {
            attempts.incrementAndGet();
            Supplier<Throwable> how = failure.get();
            if (how != null) {
                switch (how.get()) {
                    case RuntimeException exception -> throw exception;
                    case Error error -> throw error;
                    case Throwable other -> throw new AssertionError(other);
                }
            }
            log.append(entries);
        }

        @Override
        public List<LogEntry> readAfter(long position, Filter filter, int limit) {
            return log.readAfter(position, filter, limit);
        }

        @Override
        public List<LogEntry> readNewest(Filter filter, int limit) {
            return log.readNewest(filter, limit);
        }

        @Override
        public List<LogEntry> readBackwards(
                UserId actor, Optional<ActivityType> type, Optional<Long> before, int limit) {
            return log.readBackwards(actor, type, before, limit);
        }
    }
}
