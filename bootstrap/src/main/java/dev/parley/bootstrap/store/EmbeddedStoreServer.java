package dev.parley.bootstrap.store;

import dev.parley.bootstrap.postgres.EmbeddedDatabases;
import dev.parley.bootstrap.postgres.EmbeddedPostgresServer;
import java.nio.file.Path;
import java.util.Optional;

/** Both databases in the PostgreSQL server that this process runs, or that another Parley runs on the same directory. */
public final class EmbeddedStoreServer implements StoreServer {

    private final EmbeddedDatabases databases;
    private final Optional<EmbeddedPostgresServer> own;

    private EmbeddedStoreServer(EmbeddedDatabases databases, Optional<EmbeddedPostgresServer> own) {
        this.databases = databases;
        this.own = own;
    }

    /**
     * Starts the server; it stops with {@link #close()}.
     *
     * @throws dev.parley.bootstrap.postgres.EmbeddedPostgresException if it does not start, or another process runs it
     */
    public static EmbeddedStoreServer start(Path dataDirectory) {
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(dataDirectory);
        return new EmbeddedStoreServer(server.databases(), Optional.of(server));
    }

    /** Uses the server that a running Parley has on the directory, or else starts one. */
    public static EmbeddedStoreServer joinOrStart(Path dataDirectory) {
        return EmbeddedPostgresServer.databasesOfRunning(dataDirectory)
                .map(running -> new EmbeddedStoreServer(running, Optional.empty()))
                .orElseGet(() -> start(dataDirectory));
    }

    @Override
    public StoreAccess access() {
        return new StoreAccess(
                databases.app(), databases.owner(), databases.activityRelay(), databases.activityOwner());
    }

    @Override
    public boolean isShared() {
        return own.isEmpty();
    }

    @Override
    public void close() {
        own.ifPresent(EmbeddedPostgresServer::close);
    }
}
