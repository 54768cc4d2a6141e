package dev.parley.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheck.Result;
import com.codahale.metrics.health.HealthCheckRegistry;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.service.activity.RelayActivitiesService;
import dev.parley.application.testkit.InMemoryActivityLog;
import dev.parley.application.testkit.InMemoryRelayLeadership;
import dev.parley.application.testkit.TestClock;
import dev.parley.bootstrap.configuration.StoreConfiguration;
import dev.parley.bootstrap.health.RelayHealthCheck;
import dev.parley.bootstrap.password.HashingLane;
import dev.parley.bootstrap.relay.RelayLoop;
import dev.parley.bootstrap.store.Pools;
import dev.parley.bootstrap.store.TestStores;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import io.dropwizard.db.ManagedPooledDataSource;
import io.dropwizard.util.Duration;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.jdbc.pool.DataSourceProxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OperationalGaugesTest {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final TestClock clock = TestClock.standing();

    @Test
    void relayReportsBacklogLagAndCount() throws Exception {
        OutboxOf outbox = new OutboxOf(new ActivityOutbox.Backlog(7, Optional.of(clock.instant())));
        clock.advance(java.time.Duration.ofMillis(2500));
        registerRelay(outbox);
        clock.advance(java.time.Duration.ofMillis(1500));

        assertThat(PrometheusScrape.of(registry))
                .contains(
                        "parley_outbox_depth 7.0",
                        "parley_relay_lag_seconds 2.5",
                        "parley_outbox_age_seconds 1.5",
                        "parley_relay_carried_total 0.0");
    }

    @Test
    void emptyBacklogHasNoLag() throws Exception {
        OutboxOf empty = new OutboxOf(new ActivityOutbox.Backlog(0, Optional.empty()));
        registerRelay(empty);

        assertThat(PrometheusScrape.of(registry)).contains("parley_outbox_depth 0.0", "parley_relay_lag_seconds 0.0");
    }

    @Test
    void activityFromTheFutureHasNoLag() throws Exception {
        OutboxOf later = new OutboxOf(
                new ActivityOutbox.Backlog(1, Optional.of(clock.instant().plusSeconds(9))));
        registerRelay(later);

        assertThat(PrometheusScrape.of(registry)).contains("parley_relay_lag_seconds 0.0");
    }

    @Test
    void unreadableGaugeIsOmitted() throws Exception {
        OutboxOf away = new OutboxOf(null);
        registerRelay(away);
        OperationalGauges.registerBuild(registry, "1.2.3");

        assertThat(PrometheusScrape.of(registry))
                .noneMatch(line -> line.startsWith("parley_outbox_depth") || line.startsWith("parley_relay_lag"))
                .contains("parley_relay_carried_total 0.0")
                .anyMatch(line -> line.startsWith("parley_build_info{"));
    }

    @Test
    void buildInfoHasVersionAndJava() throws Exception {
        OperationalGauges.registerBuild(registry, "1.2.3");

        assertThat(PrometheusScrape.of(registry))
                .contains("parley_build_info{java=\"" + Runtime.version() + "\",version=\"1.2.3\"} 1");
    }

    @Test
    void poolsReportConnectionsByState() throws Exception {
        ManagedPooledDataSource pool = (ManagedPooledDataSource)
                Pools.shared(TestStores.access().state(), settings()).build(new MetricRegistry(), "measured");
        OperationalGauges.registerPools(registry, Map.<String, DataSourceProxy>of("database", pool));
        try (Connection taken = pool.getConnection()) {
            assertThat(taken).isNotNull();
            assertThat(PrometheusScrape.of(registry))
                    .contains(
                            "parley_pool_connections{pool=\"database\",state=\"active\"} 1.0",
                            "parley_pool_connections{pool=\"database\",state=\"idle\"} 0.0",
                            "parley_pool_waiting{pool=\"database\"} 0.0");
        }
        assertThat(PrometheusScrape.of(registry))
                .contains(
                        "parley_pool_connections{pool=\"database\",state=\"active\"} 0.0",
                        "parley_pool_connections{pool=\"database\",state=\"idle\"} 1.0");
        pool.stop();
    }

    @Test
    void hashingLaneReportsItsQueue() throws Exception {
        HashingLane lane = new HashingLane(1, 1);
        OperationalGauges.registerHashing(registry, lane);

        assertThat(PrometheusScrape.of(registry)).contains("parley_password_hashing_waiting 0.0");
        lane.stop();
    }

    @Test
    void healthCheckIsOneOrZero() throws Exception {
        HealthCheckRegistry checks = new HealthCheckRegistry();
        checks.register("good", check(Result.healthy()));
        checks.register("bad", check(Result.unhealthy("broken")));
        OperationalGauges.registerHealth(registry, checks);

        assertThat(PrometheusScrape.of(registry))
                .contains("parley_health{check=\"bad\"} 0.0", "parley_health{check=\"good\"} 1.0");
    }

    private static HealthCheck check(Result result) {
        return new HealthCheck() {
            @Override
            protected Result check() {
                return result;
            }
        };
    }

    private void registerRelay(ActivityOutbox outbox) {
        RelayLoop relay = relay(outbox);
        RelayHealthCheck check = new RelayHealthCheck(outbox, relay, java.time.Duration.ofMinutes(1), clock);
        check.execute();
        OperationalGauges.registerRelay(registry, check, relay, clock);
    }

    private static RelayLoop relay(ActivityOutbox outbox) {
        return new RelayLoop(
                new RelayActivitiesService(new InMemoryRelayLeadership(), outbox, new InMemoryActivityLog(), 1),
                java.time.Duration.ofSeconds(1),
                () -> true);
    }

    private static StoreConfiguration settings() {
        return new StoreConfiguration(
                "",
                "",
                "",
                2,
                Duration.seconds(1),
                Duration.seconds(5),
                Duration.seconds(5),
                Duration.seconds(5),
                Duration.seconds(30));
    }

    /** An outbox with this backlog; unavailable without one. */
    private record OutboxOf(@Nullable Backlog known) implements ActivityOutbox {

        @Override
        public Backlog backlog() {
            if (known == null) {
                throw new UnavailableException(Dependency.STATE_STORE);
            }
            return known;
        }

        @Override
        public void record(Activity activity) {
            throw new AssertionError("unexpected call of record");
        }

        @Override
        public List<RecordedActivity> oldest(int limit) {
            return List.of();
        }

        @Override
        public void remove(Set<ActivityId> ids) {
            throw new AssertionError("unexpected call of remove");
        }
    }
}
