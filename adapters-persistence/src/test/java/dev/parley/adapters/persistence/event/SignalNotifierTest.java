package dev.parley.adapters.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.domain.user.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** A notifier, and somebody who listens and reads what it says. */
final class SignalNotifierTest {

    private static final UserId ANNA = new UserId(17);
    private static final UserId BO = new UserId(18);

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final Guarded database = new Guarded();
    private final SignalNotifier notifier = new SignalNotifier(database, "node");
    private final List<String> heard = new ArrayList<>();
    private Handle listener;

    @BeforeEach
    void listen() {
        listener = Jdbi.open(POSTGRES.unpooled(PostgresExtension.APP, PostgresExtension.STATE));
        listener.execute("LISTEN parley_events");
    }

    @AfterEach
    void close() {
        notifier.close();
        listener.close();
    }

    @Test
    void userSignalledTwiceWaitsOnce() {
        notifier.offer(List.of(ANNA, BO));
        notifier.offer(List.of(BO));

        assertThat(notifier.pending()).isEqualTo(2);
    }

    @Test
    void noMoreWaitThanThereIsRoomFor() {
        notifier.offer(users(1, SignalNotifier.MAX_PENDING - 1));
        notifier.offer(users(SignalNotifier.MAX_PENDING, SignalNotifier.MAX_PENDING + 10));
        notifier.offer(users(1, 3));

        assertThat(notifier.pending()).isEqualTo(SignalNotifier.MAX_PENDING);
    }

    @Test
    void whatWaitsGoesTogether() {
        notifier.offer(List.of(ANNA));
        notifier.offer(List.of(BO));

        notifier.start();

        await().until(() -> hear().size() == 1);
        assertThat(Notice.parse(heard.getFirst())).contains(new Notice("node", Set.of(ANNA, BO)));
        assertThat(notifier.pending()).isZero();
    }

    @Test
    void unsentNotificationsAreSentAfterAnOutage() {
        database.closed.set(true);
        notifier.start();
        notifier.offer(List.of(ANNA));
        await().until(() -> database.refused.get());

        database.closed.set(false);

        await().until(() -> hear().contains("node:17"));
    }

    @Test
    void notificationsOfABrokenConnectionAreSentOnAnother() {
        notifier.start();
        notifier.offer(List.of(ANNA));
        await().until(() -> hear().contains("node:17"));

        POSTGRES.stateAsOwner()
                .useHandle(
                        handle -> handle.createQuery("""
                        SELECT pg_terminate_backend(pid, 5000)
                        FROM pg_stat_activity
                        WHERE application_name = 'notifier'
                        """).mapTo(Boolean.class).one());
        notifier.offer(List.of(BO));

        await().until(() -> hear().contains("node:18"));
    }

    private List<String> hear() {
        try {
            Stream.of(listener.getConnection().unwrap(PGConnection.class).getNotifications(10))
                    .forEach(notification -> heard.add(notification.getParameter()));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return heard;
    }

    private static List<UserId> users(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(UserId::new).toList();
    }

    /** The database, while it is not closed. */
    private static final class Guarded extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        private final AtomicBoolean closed = new AtomicBoolean();
        private final AtomicBoolean refused = new AtomicBoolean();

        @Override
        public Connection getConnection() throws SQLException {
            if (closed.get()) {
                refused.set(true);
                throw new SQLException("closed", "08001");
            }
            setUrl(POSTGRES.url(PostgresExtension.APP, PostgresExtension.STATE));
            setApplicationName("notifier");
            return super.getConnection();
        }
    }
}
