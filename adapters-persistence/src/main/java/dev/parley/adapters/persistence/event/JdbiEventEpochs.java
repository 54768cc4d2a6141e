package dev.parley.adapters.persistence.event;

import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.event.EventEpochs;
import dev.parley.domain.event.EventEpoch;
import org.jdbi.v3.core.Handle;

/**
 * Stores the epoch in one row, with the identity of the history to which it belongs:
 *
 * <ul>
 *   <li>the system identifier, which differs in another cluster, for example after a restored dump or a logical copy;
 *   <li>the timeline, which a promotion and a recovery to a point in time change;
 *   <li>the oids of database and table, which change when a dump is restored in the same cluster.
 * </ul>
 *
 * <p>Every role may read these. They do not detect a copied data directory, or a table whose rows were put back.
 */
public final class JdbiEventEpochs implements EventEpochs {

    private static final String CURRENT = "SELECT epoch FROM event_epoch";

    /** The name of a WAL file begins with the timeline, in 8 hex digits. */
    private static final String HISTORY = """
            SELECT system_identifier
                || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
                || '/' || (SELECT oid FROM pg_database WHERE datname = current_database())
                || '/' || 'user_event'::regclass::oid
            FROM pg_control_system()
            """;

    private static final String RENEW = """
            UPDATE event_epoch
            SET epoch = gen_random_uuid(), history = :history
            RETURNING epoch
            """;

    /** A concurrent second call waits for the row, reads it again and changes nothing. */
    private static final String RENEW_IF_CHANGED = """
            UPDATE event_epoch
            SET epoch = CASE WHEN history IS NULL THEN epoch ELSE gen_random_uuid() END, history = :history
            WHERE history IS DISTINCT FROM :history
            """;

    private final StateStore store;

    public JdbiEventEpochs(StateStore store) {
        this.store = store;
    }

    @Override
    public EventEpoch current() {
        return store.with(JdbiEventEpochs::current);
    }

    @Override
    public EventEpoch renew() {
        return store.inTransaction(handle -> handle.createQuery(RENEW)
                .bind("history", history(handle))
                .mapTo(EventEpoch.class)
                .one());
    }

    @Override
    public EventEpoch verify() {
        return store.inTransaction(handle -> {
            handle.createUpdate(RENEW_IF_CHANGED)
                    .bind("history", history(handle))
                    .execute();
            return current(handle);
        });
    }

    private static EventEpoch current(Handle handle) {
        return handle.createQuery(CURRENT).mapTo(EventEpoch.class).one();
    }

    private static String history(Handle handle) {
        return handle.createQuery(HISTORY).mapTo(String.class).one();
    }
}
