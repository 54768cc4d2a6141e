package dev.parley.adapters.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.port.out.event.EventSignals;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the signals for a user. */
record Watch(AtomicInteger signals) {

    static final Duration LIMIT = Duration.ofSeconds(30);

    static Watch of(EventSignals node, UserId user) {
        AtomicInteger signals = new AtomicInteger();
        node.subscribe(user, signals::incrementAndGet); // until the end of the test
        return new Watch(signals);
    }

    int count() {
        return signals.get();
    }

    void awaitSignal() {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(signals).hasPositiveValue());
    }

    /** Waits for one that comes from now on. */
    void awaitAnother(Runnable cause) {
        int before = count();
        cause.run();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(signals).hasValueGreaterThan(before));
    }
}
