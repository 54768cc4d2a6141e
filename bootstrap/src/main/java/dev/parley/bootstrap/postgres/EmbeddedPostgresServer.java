package dev.parley.bootstrap.postgres;

import dev.parley.bootstrap.postgres.Postmaster.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server on loopback that belongs to this process, with its cluster below a data directory.
 *
 * <p>While the server is open, a postmaster that dies is started again, with pauses between failed attempts. Until then
 * connections are refused. Port and passwords stay the same. To stop the database, close the server.
 *
 * <p>The server outlives a JVM that is killed. The next start on the same directory ends it and uses its rows. There is no
 * shutdown hook, because hooks run in no order and the database must stop last. The caller that starts the server closes it.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgresServer.class);

    private final DataDirectory directory;
    private final DirectoryLock lock;
    private final Postmaster postmaster;
    private final PostmasterWatch watch;
    private final EmbeddedDatabases databases;
    private boolean closed;

    private EmbeddedPostgresServer(
            DataDirectory directory,
            DirectoryLock lock,
            Postmaster postmaster,
            PostmasterWatch watch,
            EmbeddedDatabases databases) {
        this.directory = directory;
        this.lock = lock;
        this.postmaster = postmaster;
        this.watch = watch;
        this.databases = databases;
    }

    /**
     * Starts the server and returns when both databases take connections. The first start on a directory creates them;
     * the directory itself may be missing, its parent may not.
     *
     * <p>May take minutes if a crash left much to recover. Cannot be interrupted.
     *
     * @throws EmbeddedPostgresException if another server runs on the directory, if the directory is of another major
     *     version of PostgreSQL or cannot be written, or if PostgreSQL does not start
     */
    public static EmbeddedPostgresServer start(Path dataDirectory) {
        DataDirectory directory = DataDirectory.create(dataDirectory);
        try {
            DirectoryLock lock = DirectoryLock.acquire(directory);
            try {
                return startLocked(directory, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw EmbeddedPostgresException.unusable(directory, e);
        }
    }

    private static EmbeddedPostgresServer startLocked(DataDirectory directory, DirectoryLock lock) throws IOException {
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(directory);
        PostgresPrograms programs = new PostgresPrograms(binaries, directory.programOutput());
        Postmaster postmaster = new Postmaster(directory, programs, Patience.USUAL);
        postmaster.endLeftBehind();
        new DatabaseCluster(directory, binaries, programs).ensureInitialised();
        binaries.deleteOthers();
        ServerSettings.write(
                directory.cluster(), LoopbackPort.choose(ServerSettings.previousPort(directory.cluster())));
        Credentials credentials = Credentials.readFrom(directory.cluster());
        int port = postmaster.start();
        DatabaseRoles roles = new DatabaseRoles(port, credentials);
        ensureRoles(directory, postmaster, roles);
        LOG.info("PostgreSQL serves {} on 127.0.0.1:{}", directory.cluster(), port);
        PostmasterWatch watch = PostmasterWatch.begin(postmaster, () -> startAgain(directory, postmaster, port, roles));
        return new EmbeddedPostgresServer(directory, lock, postmaster, watch, EmbeddedDatabases.at(port, credentials));
    }

    /** On the same port and with the same passwords. Settings that an operator has changed must still be durable. */
    private static void startAgain(DataDirectory directory, Postmaster postmaster, int port, DatabaseRoles roles) {
        try {
            postmaster.endLeftBehind();
            postmaster.startAt(port);
            ensureRoles(directory, postmaster, roles);
        } catch (IOException e) {
            throw EmbeddedPostgresException.unusable(directory, e);
        }
    }

    private static void ensureRoles(DataDirectory directory, Postmaster postmaster, DatabaseRoles roles)
            throws IOException {
        try {
            roles.ensure();
        } catch (SQLException e) {
            postmaster.stop();
            throw new EmbeddedPostgresException(
                    "The databases in " + directory.cluster() + " cannot be prepared: " + firstLineOf(e), e);
        } catch (RuntimeException e) {
            postmaster.stop();
            throw e;
        }
    }

    private static String firstLineOf(SQLException failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse(failure.getSQLState());
    }

    /**
     * The databases of the server that this or another process runs on the directory. Empty if none runs, or if it does not
     * accept connections yet.
     *
     * @throws EmbeddedPostgresException if a server runs but this user cannot read its passwords
     */
    public static Optional<EmbeddedDatabases> databasesOfRunning(Path dataDirectory) {
        if (!Files.isDirectory(dataDirectory)) {
            return Optional.empty();
        }
        DataDirectory directory = DataDirectory.create(dataDirectory);
        ServerProcesses processes = new ServerProcesses(directory);
        try {
            return PostmasterFile.read(directory.cluster())
                    .filter(PostmasterFile::ready)
                    .filter(file -> processes.include(file.pid()))
                    .map(file -> EmbeddedDatabases.at(file.port(), Credentials.readFrom(directory.cluster())));
        } catch (IOException e) {
            throw EmbeddedPostgresException.unusable(directory, e);
        }
    }

    /** Stay the same until the server is closed, also after a restart. */
    public EmbeddedDatabases databases() {
        return databases;
    }

    /**
     * Stops the server and releases the directory. Closes open connections; committed rows are safe. Aborts a restart, and none
     * begins afterwards. A second call does nothing.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            watch.close();
            postmaster.stop();
            LOG.info("PostgreSQL in {} has stopped", directory.cluster());
        } catch (IOException e) {
            throw EmbeddedPostgresException.unusable(directory, e);
        }
    }
}
