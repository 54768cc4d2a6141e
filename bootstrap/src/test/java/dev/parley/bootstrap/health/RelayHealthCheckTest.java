package dev.parley.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.codahale.metrics.health.HealthCheck.Result;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.service.activity.RelayActivitiesService;
import dev.parley.application.testkit.InMemoryActivityLog;
import dev.parley.application.testkit.InMemoryRelayLeadership;
import dev.parley.application.testkit.TestClock;
import dev.parley.bootstrap.relay.RelayLoop;
import dev.parley.bootstrap.relay.RelayState;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RelayHealthCheckTest {

    private static final Duration MAX_LAG = Duration.ofSeconds(60);

    private final TestClock clock = TestClock.standing();
    private final OutboxWith outbox = new OutboxWith();
    private final RelayLoop relay = new RelayLoop(
            new RelayActivitiesService(new InMemoryRelayLeadership(), outbox, new InMemoryActivityLog(), 1),
            Duration.ofMillis(1),
            () -> true);
    private final RelayHealthCheck check = new RelayHealthCheck(outbox, relay, MAX_LAG, clock);

    @Test
    void emptyOutboxIsHealthy() {
        assertThat(check.check().isHealthy()).isTrue();
        assertThat(check.check().getMessage()).isEqualTo("0 activities wait, the oldest for 0 s");
    }

    @Test
    void oldActivityIsUnhealthy() {
        outbox.backlog = new ActivityOutbox.Backlog(7, Optional.of(clock.instant()));
        clock.advance(MAX_LAG);
        assertThat(check.check().isHealthy()).isTrue();

        clock.advance(Duration.ofMillis(1));
        Result late = check.check();

        assertThat(late.isHealthy()).isFalse();
        assertThat(late.getMessage()).isEqualTo("7 activities wait, the oldest for 60 s");
    }

    @Test
    void activityFromTheFutureCountsAsNew() {
        outbox.backlog =
                new ActivityOutbox.Backlog(1, Optional.of(clock.instant().plusSeconds(3)));

        assertThat(check.check().isHealthy()).isTrue();
        assertThat(check.check().getMessage()).isEqualTo("1 activities wait, the oldest for 0 s");
    }

    @Test
    void failingRelayIsUnhealthy() throws InterruptedException {
        outbox.readable = false;
        relay.start();
        await().until(() -> relay.state() instanceof RelayState.Failing);
        relay.stop();
        outbox.readable = true;

        Result failing = check.check();

        assertThat(failing.isHealthy()).isFalse();
        assertThat(failing.getMessage())
                .isEqualTo("0 activities wait, the oldest for 0 s; the relay fails: STATE_STORE is unavailable");
    }

    @Test
    void unreadableOutboxIsUnhealthy() {
        outbox.readable = false;

        assertThat(check.check().isHealthy()).isFalse();
        assertThat(check.check().getMessage()).isEqualTo("the outbox cannot be read: STATE_STORE is unavailable");
    }

    /** An outbox with a given backlog. */
    private static final class OutboxWith implements ActivityOutbox {

        private volatile Backlog backlog = new Backlog(0, Optional.empty());
        private volatile boolean readable = true;

        @Override
        public void record(Activity activity) {
            throw new AssertionError("unexpected call of record");
        }

        @Override
        public List<RecordedActivity> oldest(int limit) {
            requireReadable();
            return List.of();
        }

        @Override
        public void remove(Set<ActivityId> ids) {
            throw new AssertionError("unexpected call of remove");
        }

        @Override
        public Backlog backlog() {
            requireReadable();
            return backlog;
        }

        private void requireReadable() {
            if (!readable) {
                throw new UnavailableException(Dependency.STATE_STORE);
            }
        }
    }
}
