package dev.parley.bootstrap.health;

import dev.parley.bootstrap.store.ClockSkew;
import io.dropwizard.lifecycle.Managed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits a row to the state database each second, and compares the clock of this node with the clock of the database.
 *
 * <p>It has one connection and never more: a commit that hangs is canceled, and its connection is used again. The state can be
 * read from any thread and never waits for the database.
 */
public final class CommitCanary implements Managed {

    /** A node is unavailable when its newest successful commit ended longer ago. */
    public static final Duration OVERDUE = Duration.ofMillis(3_500);

    private static final Logger LOG = LoggerFactory.getLogger(CommitCanary.class);

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(250);

    /** Longer than {@link #OVERDUE}, so that a commit which had to be canceled is never a successful one. */
    private static final Duration CANCEL_AFTER = Duration.ofSeconds(4);

    /** The rows that all nodes share. Two nodes of one row wait for each other for the length of a commit. */
    private static final int SLOTS = 32;

    private static final String COMMIT = """
            INSERT INTO commit_canary (slot, committed_at)
            VALUES (?, clock_timestamp())
            ON CONFLICT (slot) DO UPDATE SET committed_at = excluded.committed_at
            RETURNING committed_at
            """;

    private final DataSource direct;
    private final int slot;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("commit-canary").daemon().factory());
    private volatile Optional<Connection> connection = Optional.empty();
    private volatile State state;

    /**
     * @param direct of the state database, with time-outs of a few seconds
     * @param seed any number: nodes with different numbers seldom share a row
     */
    public CommitCanary(DataSource direct, int seed, Clock clock, LongSupplier nanoTime) {
        this.direct = direct;
        this.slot = Math.floorMod(seed, SLOTS);
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.state = State.initial(nanoTime.getAsLong());
    }

    /** Commits once before it returns, unless the database cannot, and continues in the background. */
    @Override
    public void start() {
        state = State.initial(nanoTime.getAsLong());
        run();
    }

    @Override
    public void stop() {
        executor.shutdownNow();
        connection.ifPresent(CommitCanary::abort);
    }

    /** How long ago the newest successful commit ended; before the first, how long ago the canary was started. */
    public Duration age() {
        return Duration.ofNanos(nanoTime.getAsLong() - state.ended());
    }

    /** Empty before the first commit. */
    public Optional<ClockSkew> skew() {
        return state.skew();
    }

    /** Why the node must not work now, in words for operators; empty if it can. */
    public Optional<String> obstacle() {
        return stall().or(() -> skew().filter(skew -> !skew.isTolerable()).map(ClockSkew::text));
    }

    /** How long the database has not committed, and why; empty if it has, in time. */
    Optional<String> stall() {
        Duration age = age();
        return age.compareTo(OVERDUE) > 0
                ? Optional.of("the database has not committed for %d s%s".formatted(age.toSeconds(), state.reason()))
                : Optional.empty();
    }

    private void schedule(Duration delay) {
        try {
            var unused = executor.schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopped the commit canary", e);
            disconnect();
        }
    }

    private void run() {
        Duration pause = AFTER_FAILURE;
        try {
            long began = nanoTime.getAsLong();
            Optional<ClockSkew> skew = Optional.of(commit());
            long now = nanoTime.getAsLong();
            Duration took = Duration.ofNanos(now - began);
            state = new State(took.compareTo(OVERDUE) > 0 ? state.ended() : now, skew, "");
            pause = pauseAfter(took);
        } catch (SQLException | RuntimeException e) { // an escaped one would end the canary unnoticed
            state = state.failed(e);
            disconnect();
        } finally {
            schedule(pause);
        }
    }

    /** Slow commits are begun sooner after each other: those of 3 s must not be overdue. */
    private static Duration pauseAfter(Duration took) {
        Duration rest = INTERVAL.minus(took);
        return rest.compareTo(AFTER_FAILURE) > 0 ? rest : AFTER_FAILURE;
    }

    /** A wait for a standby that was canceled returns, too, although the row is on no standby. */
    private ClockSkew commit() throws SQLException {
        try (PreparedStatement statement = connected().prepareStatement(COMMIT)) {
            statement.setQueryTimeout((int) CANCEL_AFTER.toSeconds());
            statement.setInt(1, slot);
            return ClockSkew.read(statement, clock);
        }
    }

    private Connection connected() throws SQLException {
        Connection open = connection.isPresent() ? connection.get() : direct.getConnection();
        connection = Optional.of(open);
        return open;
    }

    private void disconnect() {
        connection.ifPresent(CommitCanary::close);
        connection = Optional.empty();
    }

    /** Aborts its statement. */
    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("Failed to abort the connection of the commit canary", e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("Failed to close the connection of the commit canary", e);
        }
    }

    /**
     * @param ended when the newest successful commit ended, in the ticker's nanoseconds
     * @param reason why the last attempt failed; empty if it did not
     */
    private record State(long ended, Optional<ClockSkew> skew, String reason) {

        static State initial(long now) {
            return new State(now, Optional.empty(), "");
        }

        State failed(Exception e) {
            String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return new State(ended, skew, ": " + line);
        }
    }
}
