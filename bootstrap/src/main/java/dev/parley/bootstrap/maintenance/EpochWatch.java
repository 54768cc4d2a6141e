package dev.parley.bootstrap.maintenance;

import dev.parley.application.port.out.event.EventEpochs;
import dev.parley.domain.event.EventEpoch;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Checks whether the database still has the same history of events. A fail-over changes it while nodes run, and a database
 * without a schema has none. Thread-safe.
 */
public final class EpochWatch {

    private final EventEpochs epochs;
    private final AtomicReference<Optional<EventEpoch>> last = new AtomicReference<>(Optional.empty());

    public EpochWatch(EventEpochs epochs) {
        this.epochs = epochs;
    }

    /** @return 1 if another epoch has begun since the last call, otherwise 0 */
    public int verify() {
        EventEpoch epoch = epochs.verify();
        Optional<EventEpoch> before = last.getAndSet(Optional.of(epoch));
        return before.isEmpty() || before.get().equals(epoch) ? 0 : 1;
    }
}
