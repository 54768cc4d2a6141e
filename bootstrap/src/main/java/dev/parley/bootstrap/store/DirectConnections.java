package dev.parley.bootstrap.store;

import dev.parley.bootstrap.configuration.StoreConfiguration;
import dev.parley.bootstrap.postgres.DatabaseAccess;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections outside the pools, for session locks and notifications, which belong to their connection. */
public final class DirectConnections {

    private static final int CONNECT_SECONDS = 5;
    private static final int CANARY_CONNECT_SECONDS = 2;
    private static final int CANARY_SOCKET_SECONDS = 6;

    private DirectConnections() {}

    public static DataSource to(DatabaseAccess access, StoreConfiguration store) {
        PGSimpleDataSource dataSource = basic(access, "parley-lock", CONNECT_SECONDS);
        dataSource.setSocketTimeout((int) store.socketTimeout().toSeconds());
        return dataSource;
    }

    /** Connections with shorter time-outs, so that the node soon knows whether its database works. */
    public static DataSource forCanary(DatabaseAccess access) {
        PGSimpleDataSource dataSource = basic(access, "parley-canary", CANARY_CONNECT_SECONDS);
        dataSource.setSocketTimeout(CANARY_SOCKET_SECONDS);
        dataSource.setCancelSignalTimeout(CANARY_CONNECT_SECONDS);
        return dataSource;
    }

    private static PGSimpleDataSource basic(DatabaseAccess access, String name, int connectSeconds) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(access.jdbcUrl());
        dataSource.setUser(access.user());
        dataSource.setPassword(access.password());
        dataSource.setApplicationName(name);
        dataSource.setConnectTimeout(connectSeconds);
        dataSource.setLoginTimeout(connectSeconds);
        dataSource.setTcpKeepAlive(true);
        dataSource.setLogServerErrorDetail(false);
        return dataSource;
    }
}
