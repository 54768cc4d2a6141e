package dev.parley.application.testkit;

import dev.parley.application.port.out.event.EventEpochs;
import dev.parley.domain.event.EventEpoch;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A store that is never replaced or restored during its test. */
public final class InMemoryEventEpochs implements EventEpochs {

    private final AtomicLong epoch = new AtomicLong(1);

    @Override
    public EventEpoch current() {
        return new EventEpoch(new UUID(0, epoch.get()));
    }

    @Override
    public EventEpoch renew() {
        return new EventEpoch(new UUID(0, epoch.incrementAndGet()));
    }

    @Override
    public EventEpoch verify() {
        return current();
    }
}
