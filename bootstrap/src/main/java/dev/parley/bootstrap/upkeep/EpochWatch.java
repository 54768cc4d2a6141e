package dev.parley.bootstrap.upkeep;

import dev.parley.application.port.out.event.EventEpochs;
import dev.parley.domain.event.EventEpoch;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Looks whether the store still has the history of events that it had. A fail-over gives it another one while nodes run,
 * and a store that is migrated under a running node has none before. Can be used from many threads.
 */
public final class EpochWatch {

    private final EventEpochs epochs;
    private final AtomicReference<Optional<EventEpoch>> last = new AtomicReference<>(Optional.empty());

    public EpochWatch(EventEpochs epochs) {
        this.epochs = epochs;
    }

    /** @return 1 if another epoch has begun since this was asked before, or else 0 */
    public int verify() {
        EventEpoch epoch = epochs.verify();
        Optional<EventEpoch> before = last.getAndSet(Optional.of(epoch));
        return before.isEmpty() || before.get().equals(epoch) ? 0 : 1;
    }
}
