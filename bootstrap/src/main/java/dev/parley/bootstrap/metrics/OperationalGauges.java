package dev.parley.bootstrap.metrics;

import com.codahale.metrics.health.HealthCheckRegistry;
import dev.parley.adapters.persistence.conversation.BatchedMessageSending;
import dev.parley.adapters.rest.v1.EventApi;
import dev.parley.adapters.rest.v1.event.follow.EndReason;
import dev.parley.bootstrap.health.CommitCanary;
import dev.parley.bootstrap.health.RelayHealthCheck;
import dev.parley.bootstrap.health.RelayHealthCheck.Look;
import dev.parley.bootstrap.password.HashingLane;
import dev.parley.bootstrap.relay.RelayLoop;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.tomcat.jdbc.pool.DataSourceProxy;

/** Levels that are looked up when {@code /prometheus} is read, which waits for no database. */
public final class OperationalGauges {

    private OperationalGauges() {}

    /**
     * How much waited for the log store when the health check looked last, how long, and how much this node has carried there.
     */
    public static void registerRelay(
            PrometheusRegistry registry, RelayHealthCheck outbox, RelayLoop relay, Clock clock) {
        look(registry, outbox, "parley_outbox_depth", "Activities that wait for the log store.", Look::count);
        look(
                registry,
                outbox,
                "parley_relay_lag_seconds",
                "How long the oldest waiting activity has waited.",
                look -> seconds(look.lag()));
        look(
                registry,
                outbox,
                "parley_outbox_age_seconds",
                "How long ago the outbox was looked at for the other two.",
                look -> seconds(Duration.between(look.at(), clock.instant())));
        CounterWithCallback.builder()
                .name("parley_relay_carried_total")
                .help("Activities that this node has carried to the log store.")
                .callback(level -> level.call((double) relay.relayed()))
                .register(registry);
    }

    /** The last result of each health check. None of them waits for anything: those that would run in the background. */
    public static void registerHealth(PrometheusRegistry registry, HealthCheckRegistry checks) {
        GaugeWithCallback.builder()
                .name("parley_health")
                .help("Whether the last result of the health check was healthy (1) or not (0).")
                .labelNames("check")
                .callback(level -> checks.runHealthChecks()
                        .forEach((check, result) -> level.call(result.isHealthy() ? 1 : 0, check)))
                .register(registry);
    }

    /** How far the clock of this node is ahead of the clock of the database; nothing before they were compared. */
    public static void registerClock(PrometheusRegistry registry, CommitCanary canary) {
        GaugeWithCallback.builder()
                .name("parley_clock_skew_seconds")
                .help(
                        "How far the clock of this node was ahead of the clock of the database when they were compared last.")
                .callback(level -> canary.skew().ifPresent(skew -> level.call(seconds(skew.ahead()))))
                .register(registry);
    }

    /** Connections in use, idle, and requests that wait for one. */
    public static void registerPools(PrometheusRegistry registry, Map<String, DataSourceProxy> pools) {
        GaugeWithCallback.builder()
                .name("parley_pool_connections")
                .help("Connections of a pool by state.")
                .labelNames("pool", "state")
                .callback(level -> pools.forEach((name, pool) -> {
                    level.call(pool.getActive(), name, "active");
                    level.call(pool.getIdle(), name, "idle");
                }))
                .register(registry);
        GaugeWithCallback.builder()
                .name("parley_pool_waiting")
                .help("Threads that wait for a connection.")
                .labelNames("pool")
                .callback(level -> pools.forEach((name, pool) -> level.call(pool.getWaitCount(), name)))
                .register(registry);
    }

    /** Sends that wait for their transaction. */
    public static void registerSending(PrometheusRegistry registry, BatchedMessageSending sending) {
        GaugeWithCallback.builder()
                .name("parley_sends_waiting")
                .help("Messages that wait for their transaction, or are in it.")
                .callback(level -> level.call(sending.waiting()))
                .register(registry);
    }

    /** Passwords that wait to be hashed. */
    public static void registerHashing(PrometheusRegistry registry, HashingLane lane) {
        GaugeWithCallback.builder()
                .name("parley_password_hashing_waiting")
                .help("Logins and registrations that wait for the hashing lane.")
                .callback(level -> level.call(lane.waiting()))
                .register(registry);
    }

    /** Who follows events on this node, and why streams have ended. */
    public static void registerEvents(PrometheusRegistry registry, EventApi events) {
        GaugeWithCallback.builder()
                .name("parley_event_streams")
                .help("Event streams that are open.")
                .callback(level -> level.call(events.openStreams()))
                .register(registry);
        GaugeWithCallback.builder()
                .name("parley_event_polls")
                .help("Polls that wait for events.")
                .callback(level -> level.call(events.waitingPolls()))
                .register(registry);
        CounterWithCallback.builder()
                .name("parley_event_streams_ended_total")
                .help("Event streams that have ended, by reason.")
                .labelNames("reason")
                .callback(level -> {
                    for (EndReason why : EndReason.values()) {
                        level.call((double) events.endedStreams(why), why.code());
                    }
                })
                .register(registry);
    }

    /** Which build this is. */
    public static void registerBuild(PrometheusRegistry registry, String version) {
        Info.builder()
                .name("parley_build_info")
                .help("The build that runs.")
                .labelNames("version", "java")
                .register(registry)
                .addLabelValues(version, Runtime.version().toString());
    }

    private static void look(
            PrometheusRegistry registry,
            RelayHealthCheck outbox,
            String name,
            String help,
            ToDoubleFunction<Look> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(level -> outbox.last().ifPresent(look -> level.call(value.applyAsDouble(look))))
                .register(registry);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
