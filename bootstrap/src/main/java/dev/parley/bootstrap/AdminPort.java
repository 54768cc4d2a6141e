package dev.parley.bootstrap;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import com.google.inject.Injector;
import dev.parley.adapters.persistence.conversation.BatchedMessageSending;
import dev.parley.adapters.rest.v1.EventApi;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.configuration.Version;
import dev.parley.bootstrap.health.AdminProbesFactory;
import dev.parley.bootstrap.health.ClockHealthCheck;
import dev.parley.bootstrap.health.CommitCanary;
import dev.parley.bootstrap.health.CommitHealthCheck;
import dev.parley.bootstrap.health.ProbeServlet;
import dev.parley.bootstrap.health.RelayHealthCheck;
import dev.parley.bootstrap.http.AdminRequestFilter;
import dev.parley.bootstrap.http.ProfileServlet;
import dev.parley.bootstrap.metrics.OperationalGauges;
import dev.parley.bootstrap.password.HashingLane;
import dev.parley.bootstrap.relay.RelayLoop;
import dev.parley.bootstrap.store.Stores;
import io.dropwizard.core.setup.AdminEnvironment;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.health.DefaultHealthFactory;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.tomcat.jdbc.pool.DataSourceProxy;

/** The servlets of the admin port that Parley adds to Dropwizard's. */
final class AdminPort {

    private AdminPort() {}

    /** Before all servlets. */
    static void guard(AdminEnvironment admin, ParleyConfiguration configuration) {
        admin.addFilter("admin-requests", new AdminRequestFilter(configuration.adminHosts()))
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    }

    /** Replaces Dropwizard's own. */
    static void addProfiles(AdminEnvironment admin, ProfileServlet profiles) {
        admin.addServlet("profiles", profiles).addMapping(ProfileServlet.PATH);
    }

    static void addProbes(AdminEnvironment admin, ParleyConfiguration configuration, CommitCanary canary) {
        Map<String, HealthCheck> decisive =
                new TreeMap<>(Map.of("database", new CommitHealthCheck(canary), "clock", new ClockHealthCheck(canary)));
        configuration
                .getHealthFactory()
                .filter(DefaultHealthFactory.class::isInstance)
                .map(DefaultHealthFactory.class::cast)
                .map(DefaultHealthFactory::getHealthResponderFactory)
                .filter(AdminProbesFactory.class::isInstance)
                .map(AdminProbesFactory.class::cast)
                .flatMap(AdminProbesFactory::provider)
                .ifPresent(provider -> admin.addServlet("probes", new ProbeServlet(provider, decisive))
                        .addMapping(ProbeServlet.STARTED, ProbeServlet.LIVE, ProbeServlet.READY));
    }

    static void addPrometheus(AdminEnvironment admin, HealthCheckRegistry checks, Injector injector) {
        PrometheusRegistry registry = injector.getInstance(PrometheusRegistry.class);
        JvmMetrics.builder().register(registry);
        OperationalGauges.registerRelay(
                registry,
                injector.getInstance(RelayHealthCheck.class),
                injector.getInstance(RelayLoop.class),
                injector.getInstance(Clock.class));
        OperationalGauges.registerHealth(registry, checks);
        OperationalGauges.registerClock(registry, injector.getInstance(CommitCanary.class));
        OperationalGauges.registerPools(registry, pools(injector.getInstance(Stores.class)));
        OperationalGauges.registerSending(registry, injector.getInstance(BatchedMessageSending.class));
        OperationalGauges.registerHashing(registry, injector.getInstance(HashingLane.class));
        OperationalGauges.registerEvents(registry, injector.getInstance(EventApi.class));
        OperationalGauges.registerBuild(registry, Version.current());
        admin.addServlet("prometheus", new PrometheusMetricsServlet(registry)).addMapping("/prometheus");
    }

    private static Map<String, DataSourceProxy> pools(Stores stores) {
        Map<String, DataSourceProxy> pools = new LinkedHashMap<>();
        put(pools, "database", stores.state());
        put(pools, "sending", stores.sending());
        put(pools, "log-store", stores.log());
        return pools;
    }

    private static void put(Map<String, DataSourceProxy> pools, String name, ManagedDataSource dataSource) {
        if (dataSource instanceof DataSourceProxy pool) {
            pools.put(name, pool);
        }
    }
}
