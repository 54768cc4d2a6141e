package dev.parley.bootstrap.health;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.annotation.Async;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.activity.ActivityOutbox.Backlog;
import dev.parley.bootstrap.relay.RelayLoop;
import dev.parley.bootstrap.relay.RelayState;
import dev.parley.domain.shared.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Whether activities reach the activity database in time. Counts the outbox in the background, because that may take long. */
@Async(period = 2, healthyTtl = 10, scheduleType = Async.ScheduleType.FIXED_DELAY)
public final class RelayHealthCheck extends HealthCheck {

    private final ActivityOutbox outbox;
    private final RelayLoop relay;
    private final Duration maxLag;
    private final Clock clock;
    private final AtomicReference<Optional<Look>> last = new AtomicReference<>(Optional.empty());

    public RelayHealthCheck(ActivityOutbox outbox, RelayLoop relay, Duration maxLag, Clock clock) {
        this.outbox = outbox;
        this.relay = relay;
        this.maxLag = maxLag;
        this.clock = clock;
    }

    @Override
    protected Result check() {
        try {
            Backlog backlog = outbox.backlog();
            Look look = new Look(backlog.count(), lag(backlog), clock.instant());
            last.set(Optional.of(look));
            return judge(look, relay.state());
        } catch (UnavailableException e) {
            return Result.unhealthy("the outbox cannot be read: " + e.getMessage());
        }
    }

    /** The newest state of the outbox; empty before the first. */
    public Optional<Look> last() {
        return last.get();
    }

    private Duration lag(Backlog backlog) {
        return backlog.oldestAt()
                .map(at -> Duration.between(at, clock.instant()))
                .filter(waited -> !waited.isNegative())
                .orElse(Duration.ZERO);
    }

    private Result judge(Look look, RelayState state) {
        String waiting = "%d activities wait, the oldest for %d s"
                .formatted(look.count(), look.lag().toSeconds());
        if (state instanceof RelayState.Failing(String reason)) {
            return Result.unhealthy(waiting + "; the relay fails: " + reason);
        }
        return look.lag().compareTo(maxLag) > 0 ? Result.unhealthy(waiting) : Result.healthy(waiting);
    }

    /**
     * The state of the outbox.
     *
     * @param count how many activities waited
     * @param lag how long the oldest had waited
     * @param at the time of the check, by the clock of this node
     */
    public record Look(long count, Duration lag, Instant at) {}
}
