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
 * Notifies other nodes of users who have new events.
 *
 * <p>It has its own connection and thread. The commit of a {@code NOTIFY} takes a lock of the whole cluster, for which a
 * request should not wait. Users that are offered during a notification go together in the next one.
 */
final class SignalNotifier {

    /** Users beyond this number are dropped; other nodes find their events at the next tick. */
    static final int MAX_PENDING = 10_000;

    /** Bounds the rate: a busy node notifies of many users at once instead of after each commit. */
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

    /** Does not wait for the database. */
    synchronized void offer(Collection<UserId> users) {
        users.stream().limit(Math.max(0, MAX_PENDING - pending.size())).forEach(pending::add);
        notifyAll();
    }

    synchronized int pending() {
        return pending.size();
    }

    /** Sends pending notifications if the database is available, and ends. */
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
                    "SET synchronous_commit = off"); // a notification is not durable, and the lock is released sooner
        }
        own.works();
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            for (Set<UserId> users = take(); !users.isEmpty(); users = take()) {
                send(statement, users);
                own.rest(BETWEEN);
            }
        }
    }

    /** Waits for users; returns none when this is closed. */
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
