package dev.parley.bootstrap;

import com.codahale.metrics.health.HealthCheckRegistry;
import com.google.inject.Injector;
import dev.parley.adapters.persistence.conversation.GroupedMessageSending;
import dev.parley.adapters.rest.RestApi;
import dev.parley.adapters.rest.v1.EventApi;
import dev.parley.bootstrap.command.ActivityCommand;
import dev.parley.bootstrap.command.CheckConfigurationCommand;
import dev.parley.bootstrap.command.CheckDataCommand;
import dev.parley.bootstrap.command.DbCommand;
import dev.parley.bootstrap.command.EventsCommand;
import dev.parley.bootstrap.command.ServeCommand;
import dev.parley.bootstrap.command.UserCommand;
import dev.parley.bootstrap.configuration.ConfigurationFiles;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.configuration.Version;
import dev.parley.bootstrap.health.CommitCanary;
import dev.parley.bootstrap.http.HttpPipeline;
import dev.parley.bootstrap.http.RequestIds;
import dev.parley.bootstrap.http.TrustedProxies;
import dev.parley.bootstrap.http.UnavailableHandler;
import dev.parley.bootstrap.metrics.EndpointTimes;
import dev.parley.bootstrap.metrics.ServiceMetrics;
import dev.parley.bootstrap.relay.RelayLoop;
import dev.parley.bootstrap.upkeep.EpochWatch;
import dev.parley.bootstrap.upkeep.Upkeep;
import dev.parley.bootstrap.wiring.ModulePlan;
import dev.parley.bootstrap.wiring.ResourceStack;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import java.io.PrintStream;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the service together. */
public final class ParleyApplication extends Application<ParleyConfiguration> {

    private static final Logger LOG = LoggerFactory.getLogger(ParleyApplication.class);

    private final PrintStream out;
    private final Clock clock;

    /** @param out where commands print what they were asked for */
    public ParleyApplication(PrintStream out) {
        this(out, Clock.systemUTC());
    }

    /** @param clock of this node, when it serves */
    public ParleyApplication(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public String getName() {
        return "parley";
    }

    @Override
    public void initialize(Bootstrap<ParleyConfiguration> bootstrap) {
        ConfigurationFiles.prepare(bootstrap);
        bootstrap.setHealthCheckRegistry(new HealthCheckRegistry(HealthChecks.IN_BACKGROUND));
        bootstrap.addCommand(new DbCommand(out));
        bootstrap.addCommand(new ActivityCommand(out));
        bootstrap.addCommand(new UserCommand(out));
        bootstrap.addCommand(new CheckDataCommand(out));
        bootstrap.addCommand(new EventsCommand(out));
    }

    @Override
    protected void addDefaultCommands(Bootstrap<ParleyConfiguration> bootstrap) {
        bootstrap.addCommand(new ServeCommand(this));
        bootstrap.addCommand(new CheckConfigurationCommand(this));
    }

    @Override
    public void run(ParleyConfiguration configuration, Environment environment) {
        ServeCommand.sayFailureOnce();
        ResourceStack resources = new ResourceStack();
        try {
            assemble(configuration, environment, resources, clock);
        } catch (RuntimeException e) {
            resources.close(); // no server will ever stop them
            throw e;
        }
    }

    private static void assemble(
            ParleyConfiguration configuration, Environment environment, ResourceStack resources, Clock clock) {
        environment.lifecycle().manage(closing(resources)); // managed first, so it stops last
        environment.lifecycle().addEventListener(closingAfterFailure(resources));
        Injector injector = ModulePlan.forServing(configuration, environment, resources, clock)
                .injector();
        resources.add(injector.getInstance(CommitCanary.class)).start(); // before any health check
        environment.lifecycle().manage(injector.getInstance(RelayLoop.class));
        environment.lifecycle().manage(injector.getInstance(Upkeep.class));
        verifyEpoch(injector.getInstance(EpochWatch.class));
        openEvents(environment, injector.getInstance(EventApi.class));
        openApi(configuration, environment, injector);
        HealthChecks.register(environment.healthChecks(), injector);
        resources.add(() -> HealthChecks.withdraw(environment.healthChecks())); // before what they look at
        environment.lifecycle().addServerLifecycleListener(ParleyApplication::announce);
        AdminPort.guard(environment.admin(), configuration);
        AdminPort.openProfiles(environment);
        AdminPort.openProbes(environment.admin(), configuration, injector.getInstance(CommitCanary.class));
        AdminPort.openPrometheus(environment.admin(), environment.healthChecks(), injector);
    }

    /**
     * Before anybody follows. A store that is not migrated yet has no events to follow either: health says so, and the
     * upkeep looks again.
     */
    private static void verifyEpoch(EpochWatch epochs) {
        try {
            epochs.verify();
        } catch (JdbiException e) {
            LOG.warn("the epoch of events could not be verified yet: {}", e.getMessage());
        }
    }

    /** Streams end while the server still serves: what is managed stops after it has waited for all requests. */
    private static void openEvents(Environment environment, EventApi events) {
        events.start();
        environment.lifecycle().addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopping(LifeCycle event) {
                if (event instanceof Server) {
                    events.stop();
                }
            }
        });
    }

    private static void openApi(ParleyConfiguration configuration, Environment environment, Injector injector) {
        CommitCanary canary = injector.getInstance(CommitCanary.class);
        GroupedMessageSending sending = injector.getInstance(GroupedMessageSending.class);
        ServiceMetrics metrics = injector.getInstance(ServiceMetrics.class);
        new HttpPipeline(
                        environment,
                        new HttpPipeline.Settings(
                                TrustedProxies.of(configuration.getTrustedProxies()),
                                configuration.getHttp().origins(),
                                configuration.getHttp().requestTimeout().toJavaDuration(),
                                configuration.maxConnections()),
                        new HttpPipeline.Refusals(
                                UnavailableHandler.forAll(
                                        () -> canary.obstacle().isPresent(), metrics::unavailable),
                                UnavailableHandler.forSends(sending::isFull, metrics::sendShed)),
                        injector.getInstance(RequestIds.class))
                .install();
        environment.jersey().register(new EndpointTimes(metrics));
        environment.jersey().register(injector.getInstance(RestApi.class));
    }

    /** The first thing that a newcomer wants to know. */
    private static void announce(Server server) {
        String ports = Stream.of(server.getConnectors())
                .filter(ServerConnector.class::isInstance)
                .map(ServerConnector.class::cast)
                .map(connector -> connector.getName() + " on port " + connector.getLocalPort())
                .collect(Collectors.joining(", "));
        LOG.info("Parley {} serves: {}", Version.current(), ports);
        ServedMark.leave();
    }

    /** A server that cannot open its ports never starts what it manages, and so never stops it either. */
    private static LifeCycle.Listener closingAfterFailure(ResourceStack resources) {
        return new LifeCycle.Listener() {
            @Override
            public void lifeCycleFailure(LifeCycle event, Throwable cause) {
                if (event instanceof Server) {
                    resources.close();
                }
            }
        };
    }

    private static Managed closing(ResourceStack resources) {
        return new Managed() {
            @Override
            public void stop() {
                resources.close();
            }
        };
    }
}
