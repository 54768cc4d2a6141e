package dev.parley.bootstrap.metrics;

import com.google.common.base.Suppliers;
import dev.parley.adapters.persistence.conversation.GroupedMessageSending;
import dev.parley.adapters.rest.v1.EventApi;
import dev.parley.adapters.rest.v1.event.follow.Ending;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.activity.ActivityOutbox.Backlog;
import dev.parley.bootstrap.password.HashingLane;
import dev.parley.bootstrap.relay.RelayLoop;
import dev.parley.domain.shared.UnavailableException;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.tomcat.jdbc.pool.DataSourceProxy;

/** Levels that are looked up when {@code /prometheus} is read. What cannot be looked up then is left out. */
public final class OperationalGauges {

    /** Both gauges of the outbox look at it once for a scrape: counting it costs what waits in it. */
    private static final Duration ONE_SCRAPE = Duration.ofMillis(100);

    private OperationalGauges() {}

    /** How much waits for the log store, how long it has waited, and how much this node has carried there. */
    public static void registerRelay(PrometheusRegistry registry, ActivityOutbox outbox, RelayLoop relay, Clock clock) {
        Supplier<Optional<Backlog>> backlog = Suppliers.memoizeWithExpiration(() -> backlog(outbox), ONE_SCRAPE);
        GaugeWithCallback.builder()
                .name("parley_outbox_depth")
                .help("Activities that wait for the log store.")
                .callback(level -> backlog.get().ifPresent(waiting -> level.call((double) waiting.count())))
                .register(registry);
        GaugeWithCallback.builder()
                .name("parley_relay_lag_seconds")
                .help("How long the oldest waiting activity has waited.")
                .callback(level -> backlog.get().ifPresent(waiting -> level.call(lag(waiting, clock))))
                .register(registry);
        CounterWithCallback.builder()
                .name("parley_relay_carried_total")
                .help("Activities that this node has carried to the log store.")
                .callback(level -> level.call((double) relay.relayed()))
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
    public static void registerSending(PrometheusRegistry registry, GroupedMessageSending sending) {
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
                    for (Ending why : Ending.values()) {
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

    private static Optional<Backlog> backlog(ActivityOutbox outbox) {
        try {
            return Optional.of(outbox.backlog());
        } catch (UnavailableException e) {
            return Optional.empty();
        }
    }

    private static double lag(Backlog backlog, Clock clock) {
        return backlog.oldestAt()
                .map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
                .map(seconds -> Math.max(0, seconds))
                .orElse(0.0);
    }
}
