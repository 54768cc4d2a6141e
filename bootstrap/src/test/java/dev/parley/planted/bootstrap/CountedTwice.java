package dev.parley.planted.bootstrap;

import com.codahale.metrics.MetricRegistry;
import dev.parley.planted.Breaks;

@Breaks("12-one-metrics-system")
final class CountedTwice {

    private final MetricRegistry metrics;

    CountedTwice(MetricRegistry metrics) {
        this.metrics = metrics;
    }

    void count() {
        metrics.counter("greetings").inc();
    }
}
