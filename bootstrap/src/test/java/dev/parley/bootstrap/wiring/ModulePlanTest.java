package dev.parley.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.MetricRegistry;
import com.google.inject.ConfigurationException;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.adapters.rest.legacy.LegacyApi;
import dev.parley.application.port.in.activity.ActivityQueries;
import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.service.conversation.SendMessageService;
import dev.parley.bootstrap.NodeClock;
import dev.parley.bootstrap.configuration.EventsConfiguration;
import dev.parley.bootstrap.configuration.HttpConfiguration;
import dev.parley.bootstrap.configuration.MigrationsConfiguration;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.configuration.PasswordsConfiguration;
import dev.parley.bootstrap.configuration.RateLimitsConfiguration;
import dev.parley.bootstrap.configuration.RateLimitsConfiguration.FailedLogins;
import dev.parley.bootstrap.configuration.RateLimitsConfiguration.Rate;
import dev.parley.bootstrap.configuration.RateLimitsConfiguration.Switch;
import dev.parley.bootstrap.configuration.RelayConfiguration;
import dev.parley.bootstrap.configuration.SessionsConfiguration;
import dev.parley.bootstrap.configuration.StoreConfiguration;
import dev.parley.bootstrap.lifecycle.StartedParts;
import dev.parley.bootstrap.maintenance.MaintenanceJob;
import dev.parley.bootstrap.metrics.MeteredLimits;
import dev.parley.bootstrap.postgres.DatabaseAccess;
import dev.parley.bootstrap.postgres.EmbeddedPostgresException;
import dev.parley.bootstrap.relay.RelayLoop;
import dev.parley.bootstrap.store.ExternalStoreServer;
import dev.parley.bootstrap.store.Schema;
import dev.parley.bootstrap.store.SchemaException;
import dev.parley.bootstrap.store.SchemaPolicy;
import dev.parley.bootstrap.store.StoreAccess;
import dev.parley.bootstrap.store.StoreServer;
import dev.parley.bootstrap.store.StoreStartException;
import dev.parley.bootstrap.store.Stores;
import dev.parley.bootstrap.store.TestStores;
import dev.parley.domain.limit.Client;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RequestKind;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Server;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ModulePlanTest {

    private static final EventsConfiguration EVENTS = new EventsConfiguration(
            Duration.days(30),
            100,
            100,
            8,
            2,
            DataSize.mebibytes(1),
            Duration.seconds(15),
            Duration.seconds(10),
            Duration.hours(1),
            Duration.seconds(0));

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final DatabaseAccess EMBEDDED = new DatabaseAccess("", "", "");

    private final StartedParts parts = new StartedParts();

    @AfterEach
    void close() {
        parts.stop();
    }

    @Test
    void theListSaysWhatRuns() {
        ParleyConfiguration external = external();

        assertThat(serving(external, Clock.systemUTC()).names())
                .isEqualTo(
                        "BaseModule, StoresModule, PersistenceModule, PasswordModule, CoreModule, ConversationModule,"
                                + " EventModule, LimitsModule, ServingModule, V1Module, MaintenanceModule");
        assertThat(ModulePlan.forCommand(external, stores(external), Clock.systemUTC())
                        .names())
                .isEqualTo(
                        "BaseModule, StoresModule, PersistenceModule, PasswordModule, CoreModule, ConversationModule,"
                                + " EventModule");
    }

    private static ParleyConfiguration external() {
        return configuration(TestStores.access().state(), TestStores.access().log(), false);
    }

    private ModulePlan serving(ParleyConfiguration configuration, Clock clock) {
        return ModulePlan.forServing(configuration, stores(configuration), clock);
    }

    private Stores stores(ParleyConfiguration configuration) {
        return Stores.open(
                StoreServer.forService(configuration),
                SchemaPolicy.ofService(configuration),
                configuration,
                new MetricRegistry(),
                Clock.systemUTC(),
                parts);
    }

    @Test
    void aServingNodeHasAllThatItServes() {
        Injector injector = serving(external(), Clock.systemUTC()).injector();

        assertThat(injector.getInstance(LegacyApi.class)).isSameAs(injector.getInstance(LegacyApi.class));
        assertThat(injector.getInstance(RelayLoop.class)).isNotNull();
        assertThat(injector.getInstance(SendMessageUseCase.class)).isNotInstanceOf(SendMessageService.class);
        List<Object> limited = injector.getBindings().keySet().stream()
                .filter(key -> key.getTypeLiteral().getRawType() == RateLimitedUseCase.class)
                .<Object>map(injector::getInstance)
                .toList();
        assertThat(limited).hasSize(5).allMatch(MeteredLimits.class::isInstance);
        Instant now = injector.getInstance(Clock.class).instant();
        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    }

    /** Rows that other nodes have written, dated by the database, under the maintenance of a node whose clock went wrong. */
    @Test
    void maintenanceDeletesByTheClockOfTheDatabase() {
        NodeClock clock = new NodeClock();
        Injector injector = serving(external(), clock).injector();
        Jdbi rows = Jdbi.create(
                TestStores.access().state().jdbcUrl(),
                TestStores.access().state().user(),
                TestStores.access().state().password());
        insert(rows, 987_001, "clock_timestamp()", "clock_timestamp() + interval '1 hour'");
        insert(rows, 987_002, "clock_timestamp() - interval '40 days'", "clock_timestamp() - interval '1 hour'");
        assertThat(ages(rows)).hasSize(6 * 2);

        clock.setAhead(java.time.Duration.ofDays(100));
        List<MaintenanceJob> jobs = injector.getInstance(Key.get(new TypeLiteral<List<MaintenanceJob>>() {}));
        jobs.forEach(job -> job.work().getAsInt());

        assertThat(ages(rows))
                .containsExactly(
                        "failure_streak 987001",
                        "message_key 987001",
                        "rate_limit 987001",
                        "session 987001",
                        "stream_ticket 987001",
                        "user_event 987001");
        rows.useHandle(
                handle -> { // of which other tests know nothing
                    handle.execute("DELETE FROM session WHERE user_id = 987001");
                    handle.execute("DELETE FROM user_event WHERE user_id = 987001");
                    handle.execute("DELETE FROM message_key WHERE sender_id = 987001");
                });
    }

    private static void insert(Jdbi rows, long user, String written, String ends) {
        rows.useTransaction(handle -> {
            handle.execute(
                    "INSERT INTO app_user (id, username, password_hash, registered_at) OVERRIDING SYSTEM VALUE"
                            + " VALUES (?, ?, '', now())",
                    user,
                    "u" + user);
            handle.execute("INSERT INTO user_head (user_id, event_seq) VALUES (?, 1)", user);
            handle.execute(
                    "INSERT INTO session (token_digest, user_id, created_at, last_seen_at, expires_at) VALUES (sha256(?), ?, "
                            + written + ", " + written + ", " + ends + ")",
                    bytes(user),
                    user);
            handle.execute(
                    "INSERT INTO stream_ticket SELECT sha256(?), user_id, id, " + ends
                            + " FROM session WHERE user_id = ?",
                    bytes(user),
                    user);
            handle.execute(
                    "INSERT INTO user_event (user_id, seq, at, type) VALUES (?, 1, " + written + ", 'BLOCK_CREATED')",
                    user);
            handle.execute(
                    "INSERT INTO message_key VALUES (?, 'key', sha256(?), 1, 1, " + written + ")", user, bytes(user));
            handle.execute("INSERT INTO rate_limit VALUES (?, sha256(?), " + ends + ")", "" + user, bytes(user));
            handle.execute("INSERT INTO failure_streak VALUES (sha256(?), ?, " + written + ")", bytes(user), user);
        });
    }

    private static byte[] bytes(long user) {
        return Long.toString(user).getBytes(StandardCharsets.US_ASCII);
    }

    private static List<String> ages(Jdbi rows) {
        return rows.withHandle(
                handle -> handle.createQuery("""
                        SELECT 'failure_streak ' || failures AS row FROM failure_streak WHERE failures > 987000
                        UNION ALL SELECT 'message_key ' || sender_id FROM message_key WHERE sender_id > 987000
                        UNION ALL SELECT 'rate_limit ' || limit_name FROM rate_limit WHERE limit_name LIKE '987%'
                        UNION ALL SELECT 'session ' || user_id FROM session WHERE user_id > 987000
                        UNION ALL SELECT 'stream_ticket ' || user_id FROM stream_ticket WHERE user_id > 987000
                        UNION ALL SELECT 'user_event ' || user_id FROM user_event WHERE user_id > 987000
                        ORDER BY 1
                        """).mapTo(String.class).list());
    }

    @Test
    void aNodeWithoutLimitsHasAllThatItServesToo() {
        ParleyConfiguration unlimited = configuration(
                TestStores.access().state(),
                TestStores.access().log(),
                new MigrationsConfiguration(false, "", "", "", ""),
                Switch.OFF);
        ModulePlan plan = serving(unlimited, Clock.systemUTC());

        AdmitRequestUseCase admit = plan.injector().getInstance(AdmitRequestUseCase.class);

        assertThat(plan.names()).contains("UnlimitedModule").doesNotContain("LimitsModule");
        assertThat(admit.admit(RequestKind.SEND, new Client.User(1))).isEqualTo(PermitResults.NONE);
    }

    @Test
    void aCommandHasTheUseCasesAndJoinsTheServerThatRuns() {
        Injector injector = CommandStart.run(configuration(EMBEDDED, EMBEDDED, false), parts);

        assertThat(injector.getInstance(StoreAccess.class)).isEqualTo(TestStores.access());
        assertThat(injector.getInstance(RegisterUserUseCase.class)).isNotNull();
        assertThat(injector.getInstance(ActivityQueries.class)).isNotNull();
    }

    @Test
    void nothingIsInjectedThatWasNotBoundOnPurpose() {
        Injector injector = CommandStart.run(configuration(EMBEDDED, EMBEDDED, false), parts);

        assertThatThrownBy(() -> injector.getInstance(StringBuilder.class)).isInstanceOf(ConfigurationException.class);
        assertThat(injector.getExistingBinding(Key.get(LogInUseCase.class))).isNotNull();
    }

    @Test
    void whatAModuleThrowsComesThroughAsItIs() {
        ParleyConfiguration external = external();
        external.setServerFactory(new UnboundedServerFactory());

        assertThatThrownBy(() -> serving(external, Clock.systemUTC()).injector())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a server with maxThreads, found UnboundedServerFactory");
    }

    private static final class UnboundedServerFactory implements ServerFactory {

        @Override
        public Server build(Environment environment) {
            throw new IllegalStateException("expected no server");
        }

        @Override
        public void configure(Environment environment) {
            throw new IllegalStateException("expected no server");
        }
    }

    @Test
    void dataDirectoryThatIsInUseIsRefused() {
        ParleyConfiguration embedded = configuration(EMBEDDED, EMBEDDED, false);

        assertThatThrownBy(() -> StoreServer.forService(embedded))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("is already in use by another Parley server");
    }

    /** A database that takes seconds to fail must not be tried once for every use case. */
    @Test
    void theFirstFailureIsTheLast() throws Exception {
        AtomicInteger callers = new AtomicInteger();
        try (ServerSocket broken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> hangUp(broken, callers));
            DatabaseAccess access =
                    new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + broken.getLocalPort() + "/parley", "app", "");

            assertThatThrownBy(() -> stores(configuration(access, access, false)))
                    .isInstanceOf(StoreStartException.class)
                    .hasMessageStartingWith("database cannot be reached at ");
        }
        assertThat(callers.get()).isBetween(1, 2); // the driver itself tries again without encryption
    }

    @Test
    void sharedSchemasAreLeftAloneUnlessTheConfigurationSaysSo() throws IOException {
        StoreAccess fresh = freshDatabases();

        assertThatThrownBy(() -> SchemaPolicy.REQUIRE.prepare(at(fresh, false)))
                .isInstanceOf(SchemaException.class)
                .hasMessageMatching("\\d+ migrations of the state database are pending: run ./parley db migrate");
        SchemaPolicy.MIGRATE_UNSHARED.prepare(at(fresh, true));
        assertThat(Schema.ofState(fresh).pending()).isNotEmpty();

        SchemaPolicy.MIGRATE_UNSHARED.prepare(at(fresh, false));
        SchemaPolicy.MIGRATE.prepare(at(fresh, true));
        assertThat(Schema.ofState(fresh).pending()).isEmpty();
        assertThat(Schema.ofLog(fresh).pending()).isEmpty();
        SchemaPolicy.REQUIRE.prepare(at(fresh, true));
    }

    private static StoreServer at(StoreAccess access, boolean shared) {
        return new StoreServer() {
            @Override
            public StoreAccess access() {
                return access;
            }

            @Override
            public boolean isShared() {
                return shared;
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }

    @Test
    void anExternalStoreIsMigratedByItsOwnerOrElseByItsUser() {
        DatabaseAccess state = new DatabaseAccess("jdbc:postgresql://one/parley", "app", "a");
        DatabaseAccess log = new DatabaseAccess("jdbc:postgresql://two/activity", "relay", "r");

        StoreAccess alone = new ExternalStoreServer(configuration(state, log, false)).access();
        StoreAccess owned = new ExternalStoreServer(
                        configuration(state, log, new MigrationsConfiguration(true, "owner", "o", "log-owner", "l")))
                .access();

        assertThat(alone).isEqualTo(new StoreAccess(state, state, log, log));
        assertThat(owned)
                .isEqualTo(new StoreAccess(
                        state,
                        new DatabaseAccess(state.jdbcUrl(), "owner", "o"),
                        log,
                        new DatabaseAccess(log.jdbcUrl(), "log-owner", "l")));
    }

    @Test
    void anExternalServerRunsOnWhenItIsClosed() {
        ExternalStoreServer server = new ExternalStoreServer(
                configuration(TestStores.access().state(), TestStores.access().log(), true));
        server.close();

        assertThat(Schema.ofState(TestStores.access()).pending()).isEmpty();
    }

    private static void hangUp(ServerSocket server, AtomicInteger callers) {
        try {
            while (true) {
                try (Socket caller = server.accept()) {
                    callers.incrementAndGet();
                }
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private static StoreAccess freshDatabases() {
        POSTGRES.stateAsOwner().useHandle(handle -> {
            handle.execute("DROP DATABASE IF EXISTS policy_state WITH (FORCE)");
            handle.execute("DROP DATABASE IF EXISTS policy_log WITH (FORCE)");
            handle.execute("CREATE DATABASE policy_state");
            handle.execute("CREATE DATABASE policy_log");
        });
        return new StoreAccess(owner("policy_state"), owner("policy_state"), owner("policy_log"), owner("policy_log"));
    }

    private static DatabaseAccess owner(String database) {
        return new DatabaseAccess(POSTGRES.url(PostgresExtension.OWNER, database), PostgresExtension.OWNER, "");
    }

    private static ParleyConfiguration configuration(DatabaseAccess state, DatabaseAccess log, boolean migrates) {
        return configuration(state, log, new MigrationsConfiguration(migrates, "", "", "", ""));
    }

    private static ParleyConfiguration configuration(
            DatabaseAccess state, DatabaseAccess log, MigrationsConfiguration migrations) {
        return configuration(state, log, migrations, Switch.ON);
    }

    private static ParleyConfiguration configuration(
            DatabaseAccess state, DatabaseAccess log, MigrationsConfiguration migrations, Switch limited) {
        Path data = TestStores.dataDirectory();
        return new ParleyConfiguration(
                data.toString(),
                store(state),
                store(log),
                migrations,
                new SessionsConfiguration(Duration.days(90), Duration.hours(1)),
                new PasswordsConfiguration(19_456, 2, 1, 64),
                new RelayConfiguration(500, Duration.milliseconds(250), Duration.seconds(60)),
                EVENTS,
                new HttpConfiguration(Duration.seconds(60), "", ""),
                false,
                List.of(),
                limits(limited),
                List.of());
    }

    private static RateLimitsConfiguration limits(Switch enabled) {
        Rate rate = new Rate(10, Duration.seconds(1), 10);
        return new RateLimitsConfiguration(
                enabled,
                rate,
                rate,
                rate,
                rate,
                rate,
                rate,
                rate,
                rate,
                rate,
                new FailedLogins(4, Duration.seconds(30), Duration.minutes(15), Duration.hours(1)),
                1000);
    }

    private static StoreConfiguration store(DatabaseAccess access) {
        return new StoreConfiguration(
                access.jdbcUrl(),
                access.user(),
                access.password(),
                3,
                Duration.seconds(1),
                Duration.seconds(5),
                Duration.seconds(2),
                Duration.seconds(10),
                Duration.seconds(30));
    }
}
