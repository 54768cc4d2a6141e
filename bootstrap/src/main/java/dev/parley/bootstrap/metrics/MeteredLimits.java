package dev.parley.bootstrap.metrics;

import dev.parley.application.port.in.limit.RateLimitedUseCase;
import java.util.function.Consumer;

/** Counts the refusals of a rate-limited use case and, if needed, its results. */
public final class MeteredLimits<C, R> implements RateLimitedUseCase<C, R> {

    private final RateLimitedUseCase<C, R> delegate;
    private final ServiceMetrics metrics;
    private final Consumer<R> results;

    public MeteredLimits(RateLimitedUseCase<C, R> delegate, ServiceMetrics metrics) {
        this(delegate, metrics, result -> {});
    }

    /** @param results counts each result of the use case */
    public MeteredLimits(RateLimitedUseCase<C, R> delegate, ServiceMetrics metrics, Consumer<R> results) {
        this.delegate = delegate;
        this.metrics = metrics;
        this.results = results;
    }

    @Override
    public Outcome<R> execute(C command) {
        Outcome<R> outcome = delegate.execute(command);
        switch (outcome) {
            case Outcome.Allowed<R> allowed -> results.accept(allowed.result());
            case Outcome.Throttled<R> throttled -> metrics.refused(throttled.results());
        }
        return outcome;
    }
}
