package dev.parley.adapters.persistence.shared;

import java.time.Instant;

/** The clock that all nodes share. Jobs that delete rows by age use it, because the clocks of nodes may differ. */
public final class DatabaseTime {

    private final StateStore store;

    public DatabaseTime(StateStore store) {
        this.store = store;
    }

    public Instant now() {
        return store.with(handle -> handle.createQuery("SELECT clock_timestamp()")
                .mapTo(Instant.class)
                .one());
    }
}
