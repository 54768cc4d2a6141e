package dev.parley.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.adapters.persistence.activitylog.JdbiActivityLog;
import dev.parley.adapters.persistence.activitylog.LogStore;
import dev.parley.adapters.persistence.user.JdbiUserLocks;
import dev.parley.adapters.persistence.user.JdbiUsers;
import dev.parley.application.port.out.activity.ActivityLog.Filter;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The exceptions of the adapters when the database fails. */
final class FaultsTest {

    private static final Username ANNA = new Username("anna");
    private static final PasswordHash HASH = new PasswordHash("$a$secret$hash");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private StateStore store;
    private JdbiUnitOfWork unitOfWork;
    private JdbiUsers users;
    private UserId anna;

    @BeforeEach
    void open() {
        store = POSTGRES.emptied().stateStore();
        unitOfWork = new JdbiUnitOfWork(store);
        users = new JdbiUsers(store);
        anna = users.register(ANNA, HASH, NOW).map(User::id).orElseThrow();
    }

    @Test
    void refusedConnectionIsAnOutage() {
        String nowhere = "jdbc:postgresql://localhost:%s/parley?user=parley_app".formatted(unusedPort());

        assertOutage(Dependency.STATE_STORE, () -> new JdbiUsers(new StateStore(Jdbi.create(nowhere))).find(ANNA));
    }

    @Test
    void outageOfTheLogStoreNamesIt() {
        JdbiActivityLog log = new JdbiActivityLog(
                new LogStore(Jdbi.create("jdbc:postgresql://localhost:%s/parley_activity".formatted(unusedPort()))));

        assertOutage(Dependency.LOG_STORE, () -> log.readAfter(0, Filter.all(), 1));
    }

    @Test
    void databaseThatRefusesConnectionsIsAnOutageUntilItAcceptsThem() {
        try (var outage = POSTGRES.outage(PostgresExtension.STATE)) {
            assertThat(outage).isNotNull();
            assertOutage(Dependency.STATE_STORE, () -> users.find(ANNA));
        }

        assertThat(users.find(ANNA)).isPresent();
    }

    @Test
    void connectionThatBreaksInAUnitOfWorkIsAnOutageAndRollsBack() {
        Username bo = new Username("bo");

        assertOutage(
                Dependency.STATE_STORE,
                () -> unitOfWork.<Optional<User>>execute(() -> {
                    users.register(bo, HASH, NOW);
                    POSTGRES.breakConnections(PostgresExtension.STATE);
                    return users.find(bo);
                }));

        assertThat(users.find(bo)).isEmpty();
    }

    @Test
    void connectionThatBreaksBeforeTheCommitIsAnOutage() {
        Username bo = new Username("bo");

        assertOutage(
                Dependency.STATE_STORE,
                () -> unitOfWork.<Optional<User>>execute(() -> {
                    Optional<User> registered = users.register(bo, HASH, NOW);
                    POSTGRES.breakConnections(PostgresExtension.STATE);
                    return registered;
                }));

        assertThat(users.find(bo)).isEmpty();
    }

    @Test
    void connectionThatBreaksInASnapshotIsAnOutage() {
        assertOutage(
                Dependency.STATE_STORE,
                () -> unitOfWork.<Optional<User>>snapshot(() -> {
                    users.find(ANNA);
                    POSTGRES.breakConnections(PostgresExtension.STATE);
                    return users.find(ANNA);
                }));
    }

    @Test
    void statementTimeoutIsAnOutage() {
        assertOutage(
                Dependency.STATE_STORE,
                () -> store.inTransaction(handle -> {
                    handle.execute("SET LOCAL statement_timeout = 20");
                    return handle.execute("SELECT pg_sleep(30)");
                }));
    }

    @Test
    void lockTimeoutIsAnOutage() {
        JdbiUserLocks locks = new JdbiUserLocks(store);

        try (var other = POSTGRES.state().open()) {
            other.begin();
            other.execute("SELECT FROM user_head WHERE user_id = ? FOR UPDATE", anna.value());
            assertOutage(
                    Dependency.STATE_STORE,
                    () -> unitOfWork.<UserId>execute(() -> {
                        store.with(handle -> handle.execute("SET LOCAL lock_timeout = 20"));
                        locks.lock(anna, anna);
                        return anna;
                    }));
            other.rollback();
        }
    }

    @Test
    void standbyThatRefusesToWriteIsAnOutage() {
        StateStore standby = new StateStore(Jdbi.create(POSTGRES.url(PostgresExtension.APP, PostgresExtension.STATE)
                + "&options=-c%20default_transaction_read_only=on"));

        assertOutage(Dependency.STATE_STORE, () -> new JdbiUsers(standby).replacePasswordHash(anna, HASH));
    }

    @Test
    void snapshotThatWritesIsABugAndNotAnOutage() {
        assertThatThrownBy(() -> unitOfWork.<Optional<User>>snapshot(() -> users.register(ANNA, HASH, NOW)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("expected no write in a snapshot");
        assertThatThrownBy(() -> unitOfWork.<UserId>snapshot(() -> unitOfWork.execute(() -> anna)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("expected no write in a snapshot");
    }

    @Test
    void snapshotInAUnitOfWorkSeesItsChanges() {
        Username bo = new Username("bo");

        Optional<User> seen = unitOfWork.execute(() -> {
            users.register(bo, HASH, NOW);
            return unitOfWork.snapshot(() -> users.find(bo));
        });

        assertThat(seen).isPresent();
    }

    @Test
    void lockOfAnUnknownUserIsABug() {
        JdbiUserLocks locks = new JdbiUserLocks(store);
        UserId unknown = new UserId(Long.MAX_VALUE);

        assertThatThrownBy(() -> unitOfWork.<UserId>execute(() -> {
                    locks.lock(anna, unknown);
                    return anna;
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void invalidStatementThrowsUnchangedAndItsMessageHasNoValues() {
        assertThatThrownBy(() -> store.with(handle -> handle.createUpdate("INSERT INTO nothing VALUES (:hash)")
                        .bind("hash", HASH)
                        .execute()))
                .isInstanceOf(JdbiException.class)
                .hasMessageContaining("INSERT INTO nothing VALUES (:hash)")
                .hasMessageNotContaining("secret");
    }

    private static void assertOutage(Dependency dependency, ThrowingCallable call) {
        UnavailableException outage = catchThrowableOfType(UnavailableException.class, call);
        assertThat(outage).isNotNull();
        assertThat(outage.dependency()).isEqualTo(dependency);
        assertThat(outage.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    private static int unusedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
