package dev.parley.bootstrap.health;

import com.codahale.metrics.health.HealthCheck;
import dev.parley.bootstrap.store.ClockSkew;

/** Whether the clock of this node agrees with the clock of the database, as {@link CommitCanary} compared them last. */
public final class ClockHealthCheck extends HealthCheck {

    private final CommitCanary canary;

    public ClockHealthCheck(CommitCanary canary) {
        this.canary = canary;
    }

    @Override
    protected Result check() {
        return canary.skew()
                .map(ClockHealthCheck::judge)
                .orElseGet(() -> Result.unhealthy("the clocks have not been compared yet"));
    }

    private static Result judge(ClockSkew skew) {
        return skew.isTolerable()
                ? Result.healthy(
                        "the clock of this node is %d ms ahead of the clock of the database",
                        skew.ahead().toMillis())
                : Result.unhealthy(skew.text());
    }
}
