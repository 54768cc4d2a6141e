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
 * Leads while a connection of its own holds an advisory lock of PostgreSQL, which ends with the connection: a node that
 * dies or is cut off leads no longer than the database believes in its connection.
 *
 * <p>Each {@link #lead} asks the connection whether it is still there, and waits {@value #ANSWER_WITHIN_SECONDS} seconds
 * at most for that; a dead one has lost the leadership, which then is tried anew. While the database cannot be reached
 * {@code lead} throws {@link dev.parley.domain.shared.UnavailableException}: nobody could relay anyway.
 *
 * <p>Stands alone behind its port because other engines have no such locks, or accept them and do nothing.
 */
public final class JdbiRelayLeadership implements RelayLeadership {

    /** Any number will do that no other advisory lock of this database has. */
    static final long KEY = 0x7061726c65790001L;

    private static final int ANSWER_WITHIN_SECONDS = 2;

    private final StateStore store;
    private Optional<Handle> connection = Optional.empty();
    private boolean leading;

    /** @param unpooled gives connections that nobody else uses; its connect time-out bounds {@link #lead}, too */
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
                ask("SELECT pg_advisory_unlock(:key)"); // the database may notice later that a connection was closed
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
            throw store.named(e);
        }
    }

    private void disconnect() {
        Optional<Handle> last = connection;
        connection = Optional.empty();
        leading = false;
        last.ifPresent(Handle::close);
    }
}
