package dev.parley.bootstrap.health;

import com.codahale.metrics.health.HealthCheck;

/** Whether the database commits. It does not wait for the database: {@link CommitCanary} does. */
public final class CommitHealthCheck extends HealthCheck {

    private final CommitCanary canary;

    public CommitHealthCheck(CommitCanary canary) {
        this.canary = canary;
    }

    @Override
    protected Result check() {
        return canary.stall().map(Result::unhealthy).orElseGet(this::committed);
    }

    private Result committed() {
        return canary.skew().isPresent()
                ? Result.healthy(
                        "the database committed %d ms ago", canary.age().toMillis())
                : Result.unhealthy("the database has not committed yet");
    }
}
