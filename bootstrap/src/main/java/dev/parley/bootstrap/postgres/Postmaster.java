package dev.parley.bootstrap.postgres;

import dev.parley.bootstrap.postgres.PostgresPrograms.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops the server process. It is in a session of its own: neither Ctrl-C nor a killed JVM takes it along, so
 * the service can end its work first, and a server may be left behind.
 */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    private final DataDirectory directory;
    private final PostgresPrograms programs;
    private final Patience patience;
    private final ServerProcesses processes;

    Postmaster(DataDirectory directory, PostgresPrograms programs, Patience patience) {
        this.directory = directory;
        this.programs = programs;
        this.patience = patience;
        this.processes = new ServerProcesses(directory);
    }

    /** Returns when the server takes connections, with the port on which it does. */
    int start() throws IOException {
        return startWith("");
    }

    /** Starts the server on this port, whatever its settings have come to say. */
    void startAt(int port) throws IOException {
        startWith("-p " + port);
    }

    private int startWith(String options) throws IOException {
        Files.deleteIfExists(directory.startLog());
        Outcome outcome = control(patience.start(), "start", "--log=" + directory.startLog(), "--options=" + options);
        Optional<PostmasterFile> file = PostmasterFile.read(directory.cluster());
        if (!outcome.succeeded() || file.isEmpty()) {
            stop();
            throw new EmbeddedPostgresException("PostgreSQL does not start in " + directory.cluster() + ": "
                    + new ServerLog(directory).lastFailure().orElse(outcome.reason()));
        }
        return file.get().port();
    }

    /** Ends what a killed process has left, so that {@link #start} finds the cluster unattended. */
    void endLeftBehind() throws IOException {
        stop();
        Optional<PostmasterFile> file = PostmasterFile.read(directory.cluster());
        if (file.isPresent() && ProcessHandle.of(file.get().pid()).isPresent()) {
            LOG.info(
                    "Process {} is no PostgreSQL server: deleting the stale postmaster.pid",
                    file.get().pid());
            PostmasterFile.delete(directory.cluster()); // PostgreSQL would take that process for a server and give up
        }
    }

    /**
     * Ends the server: in order if it can be had in time, else without its last checkpoint, at last by force. What
     * was committed is on the disk in any case. Does nothing if there is no server.
     */
    void stop() throws IOException {
        if (isRunning() && !control(patience.fastStop(), "stop", "--mode=fast").succeeded() && isRunning()) {
            LOG.warn("PostgreSQL in {} does not shut down, stopping it at once", directory.cluster());
            control(patience.immediateStop(), "stop", "--mode=immediate");
        }
        processes.end(patience.grace());
    }

    /** Whether the process that {@code postmaster.pid} names is there and a server of this directory. */
    boolean isRunning() throws IOException {
        return PostmasterFile.read(directory.cluster())
                .filter(file -> processes.include(file.pid()))
                .isPresent();
    }

    private Outcome control(Duration bound, String action, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                action, "--pgdata=" + directory.cluster(), "--wait", "--silent", "--timeout=" + bound.toSeconds()));
        arguments.addAll(List.of(options));
        return programs.run(bound.plus(patience.grace()), "pg_ctl", arguments.toArray(String[]::new));
    }

    /**
     * How long to wait for what the server is told to do.
     *
     * @param start includes recovery after a crash, which replays up to {@code max_wal_size}
     * @param grace for a process to end once the server is gone, and for a program beyond the bound it was given
     */
    record Patience(Duration start, Duration fastStop, Duration immediateStop, Duration grace) {

        static final Patience USUAL = new Patience(
                Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofSeconds(5));
    }
}
