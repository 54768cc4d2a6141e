package dev.parley.adapters.persistence.activity;

import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.activity.RelayLeadership;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Leads while a dedicated connection holds an advisory lock of PostgreSQL. The lock ends with the connection, so a node that
 * crashes or loses its network leads until the database closes the connection.
 *
 * <p>Each {@link #lead} validates the connection, for at most {@value #ANSWER_WITHIN_SECONDS} seconds. A dead connection has lost
 * the leadership, and {@code lead} tries to acquire it again. While the database is unavailable {@code lead} throws
 * {@link dev.parley.domain.shared.UnavailableException}.
 *
 * <p>A port of its own, because other engines have no such locks, or accept them without effect.
 */
public final class JdbiRelayLeadership implements RelayLeadership {

    /** An arbitrary number that no other advisory lock of this database uses. */
    static final long KEY = 0x7061726c65790001L;

    private static final int ANSWER_WITHIN_SECONDS = 2;

    private final StateStore store;
    private Optional<Handle> connection = Optional.empty();
    private boolean leading;

    /** @param unpooled opens a dedicated connection; its connect time-out also bounds {@link #lead} */
    public JdbiRelayLeadership(DataSource unpooled) {
        this.store = new StateStore(Jdbi.create(unpooled));
    }

    @Override
    public synchronized boolean lead() {
        if (!isAlive()) {
            disconnect();
        }
        if (!leading) {
            leading = ask("SELECT pg_try_advisory_lock(:key)");
        }
        return leading;
    }

    @Override
    public synchronized void resign() {
        try {
            if (leading && isAlive()) {
                ask("SELECT pg_advisory_unlock(:key)"); // the database may notice the closed connection later
            }
        } finally {
            disconnect();
        }
    }

    private boolean isAlive() {
        return connection.map(JdbiRelayLeadership::answers).orElse(false);
    }

    private static boolean answers(Handle handle) {
        try {
            return handle.getConnection().isValid(ANSWER_WITHIN_SECONDS);
        } catch (SQLException noAnswer) {
            return false;
        }
    }

    private Handle connect() {
        Handle open = connection.orElseGet(store::open);
        connection = Optional.of(open);
        return open;
    }

    private boolean ask(String question) {
        try {
            return connect()
                    .createQuery(question)
                    .bind("key", KEY)
                    .mapTo(Boolean.class)
                    .one();
        } catch (JdbiException e) {
            throw store.translate(e);
        }
    }

    private void disconnect() {
        Optional<Handle> last = connection;
        connection = Optional.empty();
        leading = false;
        last.ifPresent(Handle::close);
    }
}
