package dev.parley.bootstrap.service;

import dev.parley.bootstrap.postgres.DatabaseAccess;
import dev.parley.bootstrap.postgres.EmbeddedPostgresServer;
import dev.parley.bootstrap.store.EmptyStores;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;

/**
 * An external PostgreSQL with both databases and their roles. Each database is reached through a proxy, which can fail.
 */
final class ExternalPostgres implements AutoCloseable {

    private final Path directory;
    private EmbeddedPostgresServer server;
    private final TcpProxy toState;
    private final TcpProxy toLog;

    private ExternalPostgres(Path directory, EmbeddedPostgresServer server) {
        this.directory = directory;
        this.server = server;
        int port = portOf(server.databases().app());
        this.toState = TcpProxy.to(port);
        this.toLog = TcpProxy.to(port);
    }

    /** Migrated and empty. */
    static ExternalPostgres start(Path directory) {
        return startWithoutSchema(EmptyStores.copyTo(directory));
    }

    static ExternalPostgres startWithoutSchema(Path directory) {
        return new ExternalPostgres(directory, EmbeddedPostgresServer.start(directory));
    }

    DatabaseAccess state() {
        return toState.inFrontOf(server.databases().app());
    }

    DatabaseAccess log() {
        return toLog.inFrontOf(server.databases().activityRelay());
    }

    /** The roles that migrate both. */
    DatabaseAccess owner() {
        return server.databases().owner();
    }

    /** The superuser. */
    Jdbi superuser() {
        Properties credentials = new Properties();
        try (Reader file = Files.newBufferedReader(directory.resolve("postgres/parley-credentials.properties"))) {
            credentials.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Jdbi.create(owner().jdbcUrl(), "postgres", credentials.getProperty("superuser"));
    }

    DatabaseRows rows() {
        return DatabaseRows.of(server.databases());
    }

    TcpProxy toState() {
        return toState;
    }

    TcpProxy toLog() {
        return toLog;
    }

    PostgresFaults faults() {
        return new PostgresFaults(directory);
    }

    /** The server dies immediately, as in a crash of its machine. */
    void crash() {
        OrphanedPostgres.server(directory).ifPresent(postmaster -> {
            postmaster.destroyForcibly();
            postmaster.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        });
        server.close();
    }

    /** Starts again, on the same port. */
    void restart() {
        server = EmbeddedPostgresServer.start(directory);
    }

    private static int portOf(DatabaseAccess access) {
        return TcpProxy.address(access.jdbcUrl()).getPort();
    }

    @Override
    public void close() {
        toState.close();
        toLog.close();
        server.close();
    }
}
