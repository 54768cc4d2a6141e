package dev.parley.bootstrap.store;

import dev.parley.bootstrap.configuration.ParleyConfiguration;

/** The PostgreSQL server of both databases. */
public interface StoreServer extends AutoCloseable {

    /**
     * Opens the server for a service: the configured one, or else an embedded one, which it starts.
     *
     * @throws dev.parley.bootstrap.postgres.EmbeddedPostgresException if the embedded one does not start
     */
    static StoreServer forService(ParleyConfiguration configuration) {
        return configuration.getDatabase().isExternal()
                ? new ExternalStoreServer(configuration)
                : EmbeddedStoreServer.start(configuration.getDataDirectory());
    }

    /** Opens the server for a command. If a service runs on the data directory, the command uses its server. */
    static StoreServer forCommand(ParleyConfiguration configuration) {
        return configuration.getDatabase().isExternal()
                ? new ExternalStoreServer(configuration)
                : EmbeddedStoreServer.joinOrStart(configuration.getDataDirectory());
    }

    StoreAccess access();

    /** Whether a service may be using the databases besides this process. */
    boolean isShared();

    /** Stops the server if this process started it. A second call does nothing. */
    @Override
    void close();
}
