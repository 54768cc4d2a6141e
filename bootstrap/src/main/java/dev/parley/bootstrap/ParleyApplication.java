package dev.parley.bootstrap;

import com.codahale.metrics.health.HealthCheckRegistry;
import com.google.inject.Injector;
import dev.parley.adapters.persistence.conversation.BatchedMessageSending;
import dev.parley.adapters.rest.RestApi;
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
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.io.PrintStream;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the service together. */
public final class ParleyApplication extends Application<ParleyConfiguration> {

    private static final Logger LOG = LoggerFactory.getLogger(ParleyApplication.class);

    private final PrintStream out;
    private final Clock clock;

    /** @param out for the output of commands */
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
        new ServiceStart(configuration, environment, clock).run();
    }

    static void serveApi(ParleyConfiguration configuration, Environment environment, Injector injector) {
        CommitCanary canary = injector.getInstance(CommitCanary.class);
        BatchedMessageSending sending = injector.getInstance(BatchedMessageSending.class);
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
    static void announce(Server server) {
        String ports = Stream.of(server.getConnectors())
                .filter(ServerConnector.class::isInstance)
                .map(ServerConnector.class::cast)
                .map(connector -> connector.getName() + " on port " + connector.getLocalPort())
                .collect(Collectors.joining(", "));
        LOG.info("Parley {} serves: {}", Version.current(), ports);
        ServedMark.leave();
    }
}
