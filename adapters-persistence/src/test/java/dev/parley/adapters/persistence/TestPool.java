package dev.parley.adapters.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Reuses connections, so that races are between statements and not between connects. */
final class TestPool implements ConnectionFactory {

    private final DataSource source;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    TestPool(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection openConnection() throws SQLException {
        for (@Nullable Connection next = idle.poll(); next != null; next = idle.poll()) {
            if (next.isValid(1)) {
                return next;
            }
            next.close();
        }
        return source.getConnection();
    }

    @Override
    public void closeConnection(Connection connection) {
        idle.push(connection);
    }
}
