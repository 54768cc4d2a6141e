package dev.parley.bootstrap.health;

import com.codahale.metrics.health.HealthCheck;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.activity.ActivityOutbox.Backlog;
import dev.parley.bootstrap.relay.RelayLoop;
import dev.parley.bootstrap.relay.RelayState;
import dev.parley.domain.shared.UnavailableException;
import java.time.Clock;
import java.time.Duration;

/** Whether activities reach the log store in good time. */
public final class RelayHealthCheck extends HealthCheck {

    private final ActivityOutbox outbox;
    private final RelayLoop relay;
    private final Duration maxLag;
    private final Clock clock;

    public RelayHealthCheck(ActivityOutbox outbox, RelayLoop relay, Duration maxLag, Clock clock) {
        this.outbox = outbox;
        this.relay = relay;
        this.maxLag = maxLag;
        this.clock = clock;
    }

    @Override
    protected Result check() {
        try {
            return judge(outbox.backlog(), relay.state());
        } catch (UnavailableException e) {
            return Result.unhealthy("the outbox cannot be read: " + e.getMessage());
        }
    }

    private Result judge(Backlog backlog, RelayState state) {
        Duration lag = backlog.oldestAt()
                .map(at -> Duration.between(at, clock.instant()))
                .filter(waited -> !waited.isNegative())
                .orElse(Duration.ZERO);
        String waiting = "%d activities wait, the oldest for %d s".formatted(backlog.count(), lag.toSeconds());
        if (state instanceof RelayState.Failing(String reason)) {
            return Result.unhealthy(waiting + "; the relay fails: " + reason);
        }
        return lag.compareTo(maxLag) > 0 ? Result.unhealthy(waiting) : Result.healthy(waiting);
    }
}
