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
 * Hears what the other nodes tell, on a connection of its own.
 *
 * <p>A link that went silent looks like one on which nobody has anything to tell. So it asks the database for a sign of
 * life again and again, and knows up to when it has heard everything.
 */
final class SignalListener {

    private static final Set<String> CHANNELS = Set.of(Notice.CHANNEL, Notice.ACCOUNTS);

    private static final Duration SIGN_OF_LIFE_AFTER = Duration.ofMillis(250);

    /** For how long a sign of life is worth something. */
    static final Duration TRUST = Duration.ofMillis(900);

    private final Subscribers subscribers;
    private final Changes accounts;
    private final String ownNotices;
    private final Clock clock;
    private final Ticker ticker;
    private final OwnConnection own;
    private Optional<Thread> thread = Optional.empty();
    private volatile Optional<Hearing> hearing = Optional.empty();

    /** @param accounts where it counts what has changed of them, whichever node did it */
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

    /** Empty if something may have been told a while ago and not been heard. */
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
            subscribers.tellAll(); // what was told before was told to nobody here
            accounts.addForAll();
            while (!own.isClosed()) {
                long asked = ticker.read();
                requireListening(statement);
                own.works();
                tell(notifications.getNotifications()); // what was told before comes before the answer
                hearing = Optional.of(new Hearing(since, asked));
                hearUntilNextAsked(asked, notifications);
            }
        } finally {
            hearing = Optional.empty();
        }
    }

    /** Many times a second there is something to hear, which is no reason to ask each time. */
    private void hearUntilNextAsked(long asked, PGConnection notifications) throws SQLException {
        long left = SIGN_OF_LIFE_AFTER.toMillis(); // never none: the driver would wait for ever
        while (left > 0 && !own.isClosed()) {
            PGNotification[] heard = notifications.getNotifications((int) left);
            tell(heard);
            left = heard.length == 0 ? 0 : millisUntilNextAsked(asked);
        }
    }

    private long millisUntilNextAsked(long asked) {
        return SIGN_OF_LIFE_AFTER.minusNanos(ticker.read() - asked).toMillis();
    }

    /** A pooler between may have given the connection another session, which listens to nothing and answers all the same. */
    private static void requireListening(Statement statement) throws SQLException {
        Set<String> channels = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("SELECT pg_listening_channels()")) {
            while (rows.next()) {
                channels.add(rows.getString(1));
            }
        }
        if (!channels.containsAll(CHANNELS)) {
            throw new SQLException("nobody listens any more: is there a pooler in transaction mode?");
        }
    }

    private void tell(PGNotification[] notifications) {
        subscribers.tell(users(on(Notice.CHANNEL, notifications)
                .filter(notification -> !notification.getParameter().startsWith(ownNotices)))); // told already, at once
        // Its own, too: if the answer to a commit was lost this is the only word of it.
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
     * @param since from when on everything was heard
     * @param upTo until when, in the ticker's nanoseconds: a clock may be set while nobody is heard
     */
    private record Hearing(Instant since, long upTo) {}
}
