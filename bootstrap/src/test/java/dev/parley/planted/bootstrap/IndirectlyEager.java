package dev.parley.planted.bootstrap;

import dev.parley.planted.Breaks;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Its constructor connects by way of another method. */
@Breaks("12-creating-starts-nothing")
public final class IndirectlyEager {

    private final Connection connection;

    public IndirectlyEager(DataSource database) throws SQLException {
        this.connection = connectionOf(database);
    }

    private static Connection connectionOf(DataSource database) throws SQLException {
        return database.getConnection();
    }

    /** @return the connection */
    public Connection connection() {
        return connection;
    }
}
