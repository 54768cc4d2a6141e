package dev.parley.adapters.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.domain.user.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** Signals between nodes whose connections really fail. No tick helps here. */
final class SignalFaultsTest {

    private static final UserId ANNA = new UserId(17);
    private static final UserId BO = new UserId(18);
    private static final Duration NEVER = Duration.ofDays(1);

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private JdbiEventSignals here;
    private JdbiEventSignals there;

    @BeforeEach
    void start() {
        here = started("here");
        there = started("there");
    }

    private static JdbiEventSignals started(String name) {
        JdbiEventSignals signals = POSTGRES.closing(new JdbiEventSignals(
                POSTGRES.stateStore(),
                POSTGRES.unpooled(PostgresExtension.APP, PostgresExtension.STATE),
                NEVER,
                name,
                Clock.systemUTC(),
                Ticker.systemTicker()));
        signals.start();
        awaitListening(signals);
        return signals;
    }

    private static void awaitListening(JdbiEventSignals signals) {
        await().atMost(Watch.LIMIT).until(signals::isListening);
    }

    @Test
    void aNodeHearsWhatAnotherTellsAndItsOwnOnlyOnce() {
        Watch own = Watch.of(here, ANNA);
        Watch others = Watch.of(there, ANNA);

        here.signal(Set.of(ANNA));

        assertThat(own.count()).isEqualTo(1);
        others.awaitSignal();
        Watch.of(here, BO).awaitAnother(() -> there.signal(Set.of(BO))); // by now its own has come back to it
        assertThat(own.count()).isEqualTo(1);
        assertThat(others.count()).isEqualTo(1);
    }

    @Test
    void terminatedListenerSignalsAllAndReconnects() {
        Watch watch = Watch.of(there, ANNA);

        watch.awaitAnother(() -> POSTGRES.breakConnections(PostgresExtension.STATE));

        awaitListening(there);
        watch.awaitAnother(() -> here.signal(Set.of(ANNA)));
    }

    @Test
    void listenerReconnectsAfterAnOutageAndReceivesNotifications() {
        Watch watch = Watch.of(there, ANNA);

        try (var outage = POSTGRES.outage(PostgresExtension.STATE)) {
            assertThat(outage).isNotNull();
            await().atMost(Watch.LIMIT).until(() -> !here.isListening() && !there.isListening());
            here.signal(Set.of(BO));
            assertThat(there.listeningSince()).isEmpty();
        }

        watch.awaitSignal();
        awaitListening(here);
        awaitListening(there);
        watch.awaitAnother(() -> here.signal(Set.of(ANNA)));
    }

    @Test
    void aLinkThatGoesSilentIsNoticedAndLeft() {
        try (BadLink link = BadLink.to(POSTGRES)) {
            PGSimpleDataSource slow = link.dataSource();
            slow.setLoginTimeout(1);
            JdbiEventSignals behind = POSTGRES.closing(new JdbiEventSignals(
                    POSTGRES.stateStore(), slow, NEVER, "behind", Clock.systemUTC(), Ticker.systemTicker()));
            behind.start();
            awaitListening(behind);
            Watch watch = Watch.of(behind, ANNA);

            link.beSilent(true);
            await().atMost(Watch.LIMIT).until(() -> !behind.isListening());
            link.beSilent(false);

            awaitListening(behind);
            watch.awaitAnother(() -> here.signal(Set.of(ANNA)));
        }
    }

    @Test
    void howLongSilenceIsTrustedIsNotAQuestionOfTheDate() {
        AtomicLong nanos = new AtomicLong();
        Clock stopped = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        try (BadLink link = BadLink.to(POSTGRES)) {
            JdbiEventSignals behind = POSTGRES.closing(new JdbiEventSignals(
                    POSTGRES.stateStore(), link.dataSource(), NEVER, "behind", stopped, nanos::get));
            behind.start();
            awaitListening(behind);

            link.beSilent(true);
            nanos.addAndGet(SignalListener.TRUST.toNanos());

            assertThat(behind.isListening()).isFalse();
            link.beSilent(false);
            awaitListening(behind);
        }
    }

    /** As behind a pooler that gives each transaction another session: everything works but the listening. */
    @Test
    void silentListenerIsDetectedAndListensAgain() throws Exception {
        BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
        JdbiEventSignals behind = POSTGRES.closing(new JdbiEventSignals(
                POSTGRES.stateStore(),
                new Watched(POSTGRES.unpooled(PostgresExtension.APP, PostgresExtension.STATE), connections),
                NEVER,
                "behind",
                Clock.systemUTC(),
                Ticker.systemTicker()));
        behind.start();
        awaitListening(behind);
        Instant since = behind.listeningSince().orElseThrow();
        Watch watch = Watch.of(behind, ANNA);

        for (Connection connection : connections) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("UNLISTEN *");
            }
        }

        await().atMost(Watch.LIMIT)
                .until(() -> behind.listeningSince().filter(since::isBefore).isPresent());
        watch.awaitAnother(() -> here.signal(Set.of(ANNA)));
    }

    @Test
    void whatOthersSayOnTheChannelDoesNoHarm() {
        Watch watch = Watch.of(there, ANNA);

        POSTGRES.state().useHandle(handle -> {
            handle.execute("SELECT pg_notify('parley_events', '')");
            handle.execute("SELECT pg_notify('parley_events', 'node:17,')");
            handle.execute("SELECT pg_notify('parley_events', 'a newer version: all')");
        });

        watch.awaitAnother(() -> here.signal(Set.of(ANNA)));
        assertThat(watch.count()).isEqualTo(1);
    }

    @Test
    void moreUsersThanANotificationHasRoomForAreAllTold() {
        Set<UserId> many = LongStream.rangeClosed(1, 2_000)
                .mapToObj(number -> new UserId(Long.MAX_VALUE - number))
                .collect(Collectors.toUnmodifiableSet());
        List<Watch> watches = many.stream().map(user -> Watch.of(there, user)).toList();

        here.signal(many);

        await().atMost(Watch.LIMIT).until(() -> watches.stream().allMatch(watch -> watch.count() > 0));
    }

    @Test
    void notifierWithoutAConnectionBlocksNoCaller() {
        CountDownLatch ended = new CountDownLatch(1);
        JdbiEventSignals stuck = POSTGRES.closing(new JdbiEventSignals(
                POSTGRES.stateStore(), new Stuck(ended), NEVER, "stuck", Clock.systemUTC(), Ticker.systemTicker()));
        stuck.start();
        Watch watch = Watch.of(stuck, ANNA);

        for (long number = 1; number <= SignalNotifier.MAX_PENDING + 1L; number++) {
            stuck.signal(Set.of(new UserId(number)));
        }

        assertThat(watch.count()).isEqualTo(1);
        assertThat(stuck.isListening()).isFalse();
        ended.countDown();
    }

    @Test
    void aSubscriberThatThrowsFailsNeitherTheCallerNorTheOthers() {
        there.subscribe(ANNA, () -> {
            throw new IllegalStateException("a bug");
        });
        Watch watch = Watch.of(there, ANNA);

        there.signal(Set.of(ANNA));
        assertThat(watch.count()).isEqualTo(1);

        watch.awaitAnother(() -> here.signal(Set.of(ANNA)));
    }

    @Test
    void aNodeThatEndsTellsWhatItHasAndLeavesNoThreadBehind() {
        Watch watch = Watch.of(there, ANNA);

        here.signal(Set.of(ANNA));
        here.close();

        watch.awaitSignal();
        there.close();
        assertThat(there.isListening()).isFalse();
        await().atMost(Watch.LIMIT)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .doesNotContain("event-listener", "event-notifier", "event-tick"));
    }

    /** Remembers the connections that it has given. */
    private static final class Watched extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        private final transient DataSource source;
        private final transient Collection<Connection> given;

        Watched(DataSource source, Collection<Connection> given) {
            this.source = source;
            this.given = given;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = source.getConnection();
            given.add(connection);
            return connection;
        }
    }

    /** A database that accepts connections and says nothing. */
    private static final class Stuck extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        private final transient CountDownLatch ended;

        Stuck(CountDownLatch ended) {
            this.ended = ended;
        }

        @Override
        public Connection getConnection() throws SQLException {
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new SQLException("nobody there", "08001");
        }
    }
}
