package dev.parley.bootstrap;

import com.codahale.metrics.health.HealthCheckRegistry;
import com.google.inject.Injector;
import dev.parley.adapters.rest.RestApi;
import dev.parley.adapters.rest.request.ContentTypeFilter;
import dev.parley.adapters.rest.request.LingeringCloseFilter;
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
import dev.parley.bootstrap.http.BrokenBodyFilter;
import dev.parley.bootstrap.http.ForwardedAddresses;
import dev.parley.bootstrap.http.RequestIdFilter;
import dev.parley.bootstrap.http.RequestIds;
import dev.parley.bootstrap.http.StreamConnectionFilter;
import dev.parley.bootstrap.http.TrustedProxies;
import dev.parley.bootstrap.metrics.EndpointTimes;
import dev.parley.bootstrap.metrics.ServiceMetrics;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.PrintStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
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

    static void openApi(Environment environment, Injector injector) {
        RequestIds ids = injector.getInstance(RequestIds.class);
        HttpEdge.refuseWhileUnavailable(environment, injector);
        addFilter(environment, "request-id", new RequestIdFilter(ids)); // within the others: each comes before the last
        addFilter(environment, "lingering-close", new LingeringCloseFilter());
        addFilter(environment, "content-type", new ContentTypeFilter());
        addFilter(environment, "broken-body", new BrokenBodyFilter());
        addFilter(environment, "stream-connection", new StreamConnectionFilter(), "/v1/events/stream");
        ServletHandler servlets = environment.getApplicationContext().getServletHandler();
        // Names of users are path segments, and people put anything into those: let the API say what it does not know.
        servlets.setDecodeAmbiguousURIs(true);
        // They are kept by path, and hardly any path comes twice.
        servlets.setFilterChainsCached(false);
        environment.jersey().register(new EndpointTimes(injector.getInstance(ServiceMetrics.class)));
        environment.jersey().register(injector.getInstance(RestApi.class));
    }

    /** Before any request; only on the ports of the API, and nowhere if nobody is trusted. */
    static void believe(TrustedProxies proxies, Environment environment) {
        if (!proxies.isEmpty()) {
            environment.lifecycle().addEventListener(new ForwardedAddresses(proxies));
        }
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

    private static void addFilter(Environment environment, String name, Filter filter) {
        addFilter(environment, name, filter, "/*");
    }

    private static void addFilter(Environment environment, String name, Filter filter, String paths) {
        environment
                .servlets()
                .addFilter(name, filter)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, paths);
    }
}
