package dev.parley.bootstrap.store;

import dev.parley.bootstrap.configuration.StoreConfiguration;
import dev.parley.bootstrap.postgres.DatabaseAccess;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections outside the pools, for what needs one of its own: a session lock belongs to its connection. */
public final class DirectConnections {

    private static final int CONNECT_SECONDS = 5;

    private DirectConnections() {}

    public static DataSource to(DatabaseAccess access, StoreConfiguration store) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(access.jdbcUrl());
        dataSource.setUser(access.user());
        dataSource.setPassword(access.password());
        dataSource.setApplicationName("parley-lock");
        dataSource.setConnectTimeout(CONNECT_SECONDS);
        dataSource.setLoginTimeout(CONNECT_SECONDS);
        dataSource.setTcpKeepAlive(true);
        dataSource.setLogServerErrorDetail(false);
        dataSource.setSocketTimeout((int) store.socketTimeout().toSeconds());
        return dataSource;
    }
}
