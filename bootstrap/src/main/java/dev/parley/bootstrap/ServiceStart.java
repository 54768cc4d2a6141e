package dev.parley.bootstrap;

import com.google.inject.Injector;
import dev.parley.adapters.persistence.conversation.BatchedMessageSending;
import dev.parley.adapters.persistence.event.BatchedEventPages;
import dev.parley.adapters.persistence.event.JdbiEventSignals;
import dev.parley.adapters.rest.v1.EventApi;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.health.CommitCanary;
import dev.parley.bootstrap.http.ProfileServlet;
import dev.parley.bootstrap.lifecycle.StartedParts;
import dev.parley.bootstrap.maintenance.EpochWatch;
import dev.parley.bootstrap.maintenance.Maintenance;
import dev.parley.bootstrap.password.HashingLane;
import dev.parley.bootstrap.relay.RelayLoop;
import dev.parley.bootstrap.store.SchemaPolicy;
import dev.parley.bootstrap.store.StoreServer;
import dev.parley.bootstrap.store.Stores;
import dev.parley.bootstrap.wiring.ModulePlan;
import dev.parley.domain.shared.UnavailableException;
import io.dropwizard.core.setup.Environment;
import java.time.Clock;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The start of a serving node, in order. Everything that has a thread or an open resource starts here. It stops in reverse
 * order: when the server stops, or when the start fails. Dropwizard opens the ports after that.
 */
final class ServiceStart {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceStart.class);

    private final ParleyConfiguration configuration;
    private final Environment environment;
    private final Clock clock;

    /** Stop after the last request. */
    private final StartedParts parts = new StartedParts();

    /** Stop while the server still serves: it would wait for their requests, which last. */
    private final StartedParts longRequests = new StartedParts();

    ServiceStart(ParleyConfiguration configuration, Environment environment, Clock clock) {
        this.configuration = configuration;
        this.environment = environment;
        this.clock = clock;
    }

    /** @throws RuntimeException if a part does not start; nothing runs then */
    void run() {
        stopWithTheServer();
        try {
            Stores stores = openDatabases();
            Injector injector =
                    ModulePlan.forServing(configuration, stores, clock).injector();
            startAdapters(injector);
            startJobs(injector);
            configureApi(injector);
            configureAdminPort(injector);
        } catch (RuntimeException e) {
            stop(); // no server will
            throw e;
        }
    }

    private Stores openDatabases() {
        StoreServer server = StoreServer.forService(configuration);
        parts.add("database server", server::close);
        SchemaPolicy schemas = SchemaPolicy.ofService(configuration);
        return Stores.open(server, schemas, configuration, environment.metrics(), clock, parts);
    }

    private void startAdapters(Injector injector) {
        JdbiEventSignals signals = injector.getInstance(JdbiEventSignals.class);
        parts.start("event signals", signals::start, signals::close);
        BatchedEventPages eventReads = injector.getInstance(BatchedEventPages.class);
        parts.start("event reads", eventReads::start, eventReads::close);
        BatchedMessageSending sends = injector.getInstance(BatchedMessageSending.class);
        parts.start("sends", sends::start, sends::close);
        parts.start("password hashing", injector.getInstance(HashingLane.class));
    }

    private void startJobs(Injector injector) {
        parts.start(
                "commit canary", injector.getInstance(CommitCanary.class)); // before the jobs and checks that ask it
        verifyEpoch(injector.getInstance(EpochWatch.class)); // before the first client follows
        EventApi events = injector.getInstance(EventApi.class);
        longRequests.start("event streams", events::start, events::stop);
        parts.start("activity relay", injector.getInstance(RelayLoop.class));
        parts.start("maintenance jobs", injector.getInstance(Maintenance.class));
    }

    /** A database without a schema has no events to follow. Health reports it, and a maintenance job verifies the epoch later. */
    private static void verifyEpoch(EpochWatch epochs) {
        try {
            epochs.verify();
        } catch (JdbiException | UnavailableException e) {
            LOG.warn("Failed to verify the epoch of events, retrying as a maintenance job: {}", e.getMessage());
        }
    }

    private void configureApi(Injector injector) {
        ParleyApplication.serveApi(configuration, environment, injector);
        environment.lifecycle().addServerLifecycleListener(ParleyApplication::announce);
    }

    private void configureAdminPort(Injector injector) {
        HealthChecks.register(environment.healthChecks(), injector);
        parts.add("health checks", () -> HealthChecks.withdraw(environment.healthChecks()));
        AdminPort.guard(environment.admin(), configuration);
        ProfileServlet profiles = new ProfileServlet();
        longRequests.add("profiles", profiles::stop);
        AdminPort.addProfiles(environment.admin(), profiles);
        AdminPort.addProbes(environment.admin(), configuration, injector.getInstance(CommitCanary.class));
        AdminPort.addPrometheus(environment.admin(), environment.healthChecks(), injector);
    }

    private void stopWithTheServer() {
        environment.lifecycle().manage(parts); // managed first, so stopped last
        environment.lifecycle().addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopping(LifeCycle event) {
                if (event instanceof Server) {
                    longRequests.stop();
                }
            }

            // A server that cannot open its ports does not stop what it manages.
            @Override
            public void lifeCycleFailure(LifeCycle event, Throwable cause) {
                if (event instanceof Server) {
                    stop();
                }
            }
        });
    }

    private void stop() {
        longRequests.stop();
        parts.stop();
    }
}
