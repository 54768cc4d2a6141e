package dev.parley.adapters.persistence.event;

import dev.parley.domain.user.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Tells the other nodes whose events to look at.
 *
 * <p>It has a connection and a thread of its own, because a NOTIFY takes a lock at its commit that all who notify wait
 * for: no transaction of a request should. What comes while one is under way, or just after it, goes together in the next.
 */
final class SignalNotifier {

    /** What does not fit is left to the others' ticks. */
    static final int MAX_PENDING = 10_000;

    /** A node that writes much tells the others forty times a second, of many at once, and not after each commit. */
    private static final Duration BETWEEN = Duration.ofMillis(25);

    private final String node;
    private final OwnConnection own;
    private final Set<UserId> pending = new LinkedHashSet<>();
    private Optional<Thread> thread = Optional.empty();

    SignalNotifier(DataSource direct, String node) {
        this.node = node;
        this.own = new OwnConnection("event-notifier", direct);
    }

    synchronized void start() {
        thread = Optional.of(own.start(this::send));
    }

    /** Never waits for the database. */
    synchronized void offer(Collection<UserId> users) {
        users.stream().limit(Math.max(0, MAX_PENDING - pending.size())).forEach(pending::add);
        notifyAll();
    }

    synchronized int pending() {
        return pending.size();
    }

    /** Sends what waits, if that is possible now, and ends. */
    void close() {
        own.close();
        end().ifPresent(OwnConnection::await);
    }

    private synchronized Optional<Thread> end() {
        notifyAll();
        return thread;
    }

    private void send(Connection connection) throws SQLException, InterruptedException {
        try (Statement setting = connection.createStatement()) {
            setting.execute(
                    "SET synchronous_commit = off"); // there is nothing to make durable, and a lock to give back
        }
        own.works();
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            for (Set<UserId> users = take(); !users.isEmpty(); users = take()) {
                send(statement, users);
                own.rest(BETWEEN);
            }
        }
    }

    /** Waits for somebody to tell of; nobody when this is closed. */
    private synchronized Set<UserId> take() throws InterruptedException {
        while (pending.isEmpty() && !own.isClosed()) {
            wait();
        }
        Set<UserId> users = Set.copyOf(pending);
        pending.clear();
        return users;
    }

    private void send(PreparedStatement statement, Set<UserId> users) throws SQLException {
        boolean sent = false;
        try {
            for (Notice notice : Notice.of(node, users)) {
                statement.setString(1, Notice.CHANNEL);
                statement.setString(2, notice.text());
                statement.execute();
            }
            sent = true;
            own.works();
        } finally {
            if (!sent) {
                offer(users);
            }
        }
    }
}
