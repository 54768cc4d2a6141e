package dev.parley.adapters.persistence;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.activitylog.LogStore;
import dev.parley.adapters.persistence.conversation.BatchedMessageSending;
import dev.parley.adapters.persistence.event.BatchedEventPages;
import dev.parley.adapters.persistence.event.JdbiEventSignals;
import dev.parley.adapters.persistence.shared.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real PostgreSQL 18 with both databases migrated: one server for all tests of a JVM, started by the first that needs it.
 *
 * <p>Stores connect with the rights that they have in production ({@code parley_app}, {@code parley_relay}).
 */
public final class PostgresExtension implements BeforeAllCallback, AfterEachCallback {

    public static final String STATE = "parley";
    public static final String LOG = "parley_activity";
    public static final String APP = "parley_app";
    public static final String RELAY = "parley_relay";
    public static final String OWNER = "postgres";

    private final Deque<Closing> open = new ConcurrentLinkedDeque<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        TestPostgres.instance();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (@Nullable Closing next = open.poll(); next != null; next = open.poll()) {
            next.close();
        }
    }

    /** Empties both databases and returns this extension. */
    public PostgresExtension emptied() {
        stateAsOwner()
                .useHandle(handle -> handle.execute(
                        "TRUNCATE app_user, taken_name, taken_folded_name, user_head, session, block, conversation, message, message_key,"
                                + " read_receipt, user_event, stream_ticket, erasure, activity_outbox, rate_limit, failure_streak,"
                                + " commit_canary"));
        logAsOwner().useTransaction(handle -> {
            handle.execute("ALTER TABLE activity DISABLE TRIGGER activity_append_only"); // only a test may do this
            handle.execute("TRUNCATE activity");
            handle.execute("ALTER TABLE activity ENABLE ALWAYS TRIGGER activity_append_only");
        });
        return this;
    }

    public StateStore stateStore() {
        return new StateStore(state());
    }

    public LogStore logStore() {
        return new LogStore(logAsRelay());
    }

    /** The signals of another node, not started. Their poll interval is longer than a test. */
    public JdbiEventSignals signals(StateStore state) {
        return closing(new JdbiEventSignals(
                state,
                unpooled(APP, STATE),
                Duration.ofDays(1),
                "node-" + UUID.randomUUID(),
                Clock.systemUTC(),
                Ticker.systemTicker()));
    }

    /** Closes the resource after the test. */
    public JdbiEventSignals closing(JdbiEventSignals signals) {
        open.push(signals::close);
        return signals;
    }

    /** Starts it; after the test it is closed before what it uses. */
    public BatchedMessageSending running(BatchedMessageSending sending) {
        sending.start();
        open.push(sending::close);
        return sending;
    }

    public Jdbi state() {
        return TestPostgres.instance().jdbi(APP, STATE);
    }

    public Jdbi stateAsOwner() {
        return TestPostgres.instance().jdbi(OWNER, STATE);
    }

    public Jdbi logAsRelay() {
        return TestPostgres.instance().jdbi(RELAY, LOG);
    }

    public Jdbi logAsOwner() {
        return TestPostgres.instance().jdbi(OWNER, LOG);
    }

    /** Opens a new connection for every request. */
    public DataSource unpooled(String user, String database) {
        return TestPostgres.instance().unpooled(user, database);
    }

    /** The JDBC URL for a service under test, with the user. */
    public String url(String user, String database) {
        return TestPostgres.instance().url(user, database);
    }

    /** Ends every connection to the database, as a fail-over does. */
    public void breakConnections(String database) {
        TestPostgres.instance().breakConnections(database);
    }

    /** Makes the state database unavailable until the outage is closed. */
    public DatabaseOutage outage(String database) {
        return TestPostgres.instance().outage(database);
    }

    /** Starts it; after the test it is closed before what it uses. */
    public BatchedEventPages running(BatchedEventPages readings) {
        readings.start();
        open.push(readings::close);
        return readings;
    }

    @FunctionalInterface
    private interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    /** An unavailable database. */
    @FunctionalInterface
    public interface DatabaseOutage extends AutoCloseable {
        @Override
        void close();
    }
}
