package dev.parley.application.port.in.activity;

/** Moves activities from the outbox to the log store in batches. The caller schedules the turns. */
public interface RelayActivitiesUseCase {

    /**
     * Relays the oldest batch if this node leads.
     *
     * @throws dev.parley.domain.shared.UnavailableException if a store is unavailable; the next turn repeats the batch
     */
    Turn relay();

    /** Gives up the leadership, so that another node can relay. */
    void resign();

    /** The result of one turn. */
    sealed interface Turn {

        /** @param more whether the batch was full, so that more entries are likely */
        record Relayed(int count, boolean more) implements Turn {}

        /** Another node leads. */
        record NotLeading() implements Turn {}
    }
}
