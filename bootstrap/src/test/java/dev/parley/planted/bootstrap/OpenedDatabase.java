package dev.parley.planted.bootstrap;

import dev.parley.planted.Breaks;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connects to its database as soon as it is created. */
@Breaks("12-creating-starts-nothing")
public final class OpenedDatabase {

    private final Connection connection;

    public OpenedDatabase(DataSource database) throws SQLException {
        this.connection = database.getConnection();
    }

    /** @return the connection */
    public Connection connection() {
        return connection;
    }
}
