package dev.parley.adapters.persistence.event;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.shared.Changes;
import dev.parley.domain.user.UserId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Receives the notifications of other nodes on its own connection.
 *
 * <p>A dead link looks like one without notifications. So the listener queries the database at short intervals, and knows up
 * to which time it has received everything.
 */
final class SignalListener {

    private static final Set<String> CHANNELS = Set.of(Notice.CHANNEL, Notice.ACCOUNTS);

    private static final Duration SIGN_OF_LIFE_AFTER = Duration.ofMillis(250);

    /** How long after a response of the database it counts as listening. */
    static final Duration TRUST = Duration.ofMillis(900);

    private final Subscribers subscribers;
    private final Changes accounts;
    private final String ownNotices;
    private final Clock clock;
    private final Ticker ticker;
    private final OwnConnection own;
    private Optional<Thread> thread = Optional.empty();
    private volatile Optional<Hearing> hearing = Optional.empty();

    /** @param accounts counts the changes of accounts, made by any node */
    SignalListener(
            Subscribers subscribers, Changes accounts, DataSource direct, String node, Clock clock, Ticker ticker) {
        this.subscribers = subscribers;
        this.accounts = accounts;
        this.ownNotices = node + ':';
        this.clock = clock;
        this.ticker = ticker;
        this.own = new OwnConnection("event-listener", direct);
    }

    synchronized void start() {
        thread = Optional.of(own.start(this::listen));
    }

    synchronized void close() {
        own.close();
        thread.ifPresent(OwnConnection::await);
    }

    /** Empty if a notification may have been missed. */
    Optional<Instant> listeningSince() {
        long now = ticker.read();
        return hearing.filter(last -> now - last.upTo() < TRUST.toNanos()).map(Hearing::since);
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection notifications = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            for (String channel : CHANNELS) {
                statement.execute("LISTEN " + channel);
            }
            Instant since = clock.instant();
            subscribers.tellAll(); // earlier notifications were not received here
            accounts.addForAll();
            while (!own.isClosed()) {
                long asked = ticker.read();
                requireListening(statement);
                own.works();
                tell(notifications.getNotifications()); // earlier notifications arrive before the response
                hearing = Optional.of(new Hearing(since, asked));
                hearUntilNextAsked(asked, notifications);
            }
        } finally {
            hearing = Optional.empty();
        }
    }

    /** Receives until the next query is due: a notification is no reason for a query. */
    private void hearUntilNextAsked(long asked, PGConnection notifications) throws SQLException {
        long left = SIGN_OF_LIFE_AFTER.toMillis(); // never 0: the driver would wait for ever
        while (left > 0 && !own.isClosed()) {
            PGNotification[] heard = notifications.getNotifications((int) left);
            tell(heard);
            left = heard.length == 0 ? 0 : millisUntilNextAsked(asked);
        }
    }

    private long millisUntilNextAsked(long asked) {
        return SIGN_OF_LIFE_AFTER.minusNanos(ticker.read() - asked).toMillis();
    }

    /** A pooler may have given the connection another session of the database, which responds but does not listen. */
    private static void requireListening(Statement statement) throws SQLException {
        Set<String> channels = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("SELECT pg_listening_channels()")) {
            while (rows.next()) {
                channels.add(rows.getString(1));
            }
        }
        if (!channels.containsAll(CHANNELS)) {
            throw new SQLException(
                    "expected a session that listens, found one that does not: is there a pooler in transaction mode?");
        }
    }

    private void tell(PGNotification[] notifications) {
        subscribers.tell(users(on(Notice.CHANNEL, notifications)
                .filter(notification -> !notification
                        .getParameter()
                        .startsWith(ownNotices)))); // its subscribers were signalled at the commit
        // Its own, too: if the response to a commit was lost, the notification is the only sign of it.
        users(on(Notice.ACCOUNTS, notifications)).forEach(accounts::add);
    }

    private static Stream<PGNotification> on(String channel, PGNotification[] notifications) {
        return Stream.of(notifications)
                .filter(notification -> notification.getName().equals(channel));
    }

    private static Set<UserId> users(Stream<PGNotification> notifications) {
        return notifications
                .flatMap(notification -> Notice.parse(notification.getParameter()).stream())
                .flatMap(notice -> notice.users().stream())
                .collect(Collectors.toSet());
    }

    /**
     * @param since from then on, all notifications were received
     * @param upTo until then, in nanoseconds of the ticker, because a clock can be set
     */
    private record Hearing(Instant since, long upTo) {}
}
