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
 * Starts and stops the server process. It has its own session: neither Ctrl-C nor a killed JVM ends it. So the service can finish
 * its work first, and a server may be left behind.
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

    /** Returns when the server accepts connections, with its port. */
    int start() throws IOException {
        return startWith("");
    }

    /** Starts the server on this port, regardless of its settings. */
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
                    + new PostgresLog(directory).lastFailure().orElse(outcome.reason()));
        }
        return file.get().port();
    }

    /** Ends the server that a killed process has left behind, so that {@link #start} finds the cluster unused. */
    void endLeftBehind() throws IOException {
        stop();
        Optional<PostmasterFile> file = PostmasterFile.read(directory.cluster());
        if (file.isPresent() && ProcessHandle.of(file.get().pid()).isPresent()) {
            LOG.info(
                    "Process {} is no PostgreSQL server: deleting the stale postmaster.pid",
                    file.get().pid());
            PostmasterFile.delete(
                    directory.cluster()); // PostgreSQL would mistake that process for a server and refuse to start
        }
    }

    /**
     * Stops the server: in order if possible in time, then without its last checkpoint, finally by force. Committed rows are on
     * the disk in any case. Does nothing if no server runs.
     */
    void stop() throws IOException {
        if (isRunning() && !control(patience.fastStop(), "stop", "--mode=fast").succeeded() && isRunning()) {
            LOG.warn("PostgreSQL in {} did not shut down in time, stopping it immediately", directory.cluster());
            control(patience.immediateStop(), "stop", "--mode=immediate");
        }
        processes.end(patience.grace());
    }

    /** Whether the process in {@code postmaster.pid} runs and is a server of this directory. */
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
     * Time-outs of the server.
     *
     * @param start includes recovery after a crash, which replays up to {@code max_wal_size}
     * @param grace for a process to end after the server, and for a program beyond its time-out
     */
    record Patience(Duration start, Duration fastStop, Duration immediateStop, Duration grace) {

        static final Patience USUAL = new Patience(
                Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofSeconds(5));
    }
}
