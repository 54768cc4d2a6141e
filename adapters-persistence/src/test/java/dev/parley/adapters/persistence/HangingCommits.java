package dev.parley.adapters.persistence;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;

/**
 * A server that waits for a synchronous standby which does not exist: it commits, and confirms no commit until this is
 * closed.
 */
public final class HangingCommits implements AutoCloseable {

    private static final String WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'";

    private static final String WRITERS = """
            SELECT count(*) FROM pg_stat_activity JOIN pg_locks USING (pid)
            WHERE wait_event = 'SyncRep' AND relation = '%s'::regclass AND mode = 'RowExclusiveLock'
            """;

    private static final String OTHERS = """
            SELECT count(%s(pid)) FROM pg_stat_activity
            WHERE wait_event = 'SyncRep' AND application_name <> 'probe'
            """;

    private static final String END_OTHERS = """
            SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
            WHERE datname = 'parley' AND pid <> pg_backend_pid()
            """;

    private final Jdbi superuser;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Void> probe;

    private HangingCommits(Jdbi superuser) {
        this.superuser = superuser;
        this.probe = hangingProbe();
    }

    /** Runs on a server that waits for its disk. */
    public static HangingCommits ofDurable(Jdbi superuser) {
        configure(superuser, "ALTER SYSTEM SET synchronous_standby_names = 'nosuch'");
        return new HangingCommits(superuser);
    }

    /** Ends all connections to the database. New ones commit synchronously, which the test server does not by default. */
    public static HangingCommits of(Jdbi superuser) {
        superuser.useHandle(handle -> {
            handle.execute("ALTER DATABASE parley SET synchronous_commit = on");
            handle.createQuery(END_OTHERS).mapTo(Long.class).one();
        });
        return ofDurable(superuser);
    }

    private static void configure(Jdbi superuser, String setting) {
        superuser.useHandle(handle -> {
            handle.execute(setting);
            handle.execute("SELECT pg_reload_conf()");
        });
    }

    /** The server reloads its settings with a delay. A commit that hangs shows that it has. */
    private CompletableFuture<Void> hangingProbe() {
        Optional<CompletableFuture<Void>> hanging = Optional.empty();
        for (int tries = 0; hanging.isEmpty() && tries < 1000; tries++) {
            CompletableFuture<Void> commit = CompletableFuture.runAsync(this::commitRow, threads);
            Awaitility.await().until(() -> commit.isDone() || waiting() > 0);
            hanging = Optional.of(commit).filter(one -> !one.isDone());
        }
        return hanging.orElseThrow();
    }

    private void commitRow() {
        superuser.useTransaction(handle -> {
            handle.execute("SET LOCAL application_name = 'probe'");
            handle.execute("SET LOCAL synchronous_commit = on");
            handle.execute("SELECT pg_logical_emit_message(true, 'probe', 'commits')");
        });
    }

    private long waiting() {
        return number(WAITING);
    }

    private long number(String query) {
        return superuser.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    /** Waits until a transaction that has written to the table hangs in its commit. */
    public void awaitWriterOf(String table) {
        Awaitility.await().until(() -> number(WRITERS.formatted(table)) == 1);
    }

    /** Ends the connections of the commits that hang. */
    public void terminate() {
        toOthers("pg_terminate_backend");
    }

    /** Ends the wait of the commits that hang. */
    public void cancel() {
        toOthers("pg_cancel_backend");
    }

    private void toOthers(String signal) {
        superuser.useHandle(handle ->
                handle.createQuery(OTHERS.formatted(signal)).mapTo(Long.class).one());
    }

    @Override
    public void close() {
        configure(superuser, "ALTER SYSTEM RESET synchronous_standby_names");
        superuser.useHandle(handle -> handle.execute("ALTER DATABASE parley RESET synchronous_commit"));
        probe.join();
        threads.close();
    }
}
