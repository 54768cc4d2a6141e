package dev.parley.bootstrap;

import com.google.inject.Injector;
import dev.parley.adapters.rest.classic.ClassicApi;
import dev.parley.bootstrap.command.ActivityCommand;
import dev.parley.bootstrap.command.CheckConfigurationCommand;
import dev.parley.bootstrap.command.DbCommand;
import dev.parley.bootstrap.command.ServeCommand;
import dev.parley.bootstrap.command.UserCommand;
import dev.parley.bootstrap.configuration.ConfigurationFiles;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.http.JsonErrorHandler;
import dev.parley.bootstrap.http.RequestIdFilter;
import dev.parley.bootstrap.http.RequestIds;
import dev.parley.bootstrap.metrics.EndpointTimes;
import dev.parley.bootstrap.metrics.ServiceMetrics;
import dev.parley.bootstrap.relay.RelayLoop;
import dev.parley.bootstrap.wiring.ModulePlan;
import dev.parley.bootstrap.wiring.ResourceStack;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import jakarta.servlet.DispatcherType;
import java.io.PrintStream;
import java.util.EnumSet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** Puts the service together. */
public final class ParleyApplication extends Application<ParleyConfiguration> {

    private final PrintStream out;

    /** @param out where commands print what they were asked for */
    public ParleyApplication(PrintStream out) {
        this.out = out;
    }

    @Override
    public String getName() {
        return "parley";
    }

    @Override
    public void initialize(Bootstrap<ParleyConfiguration> bootstrap) {
        ConfigurationFiles.prepare(bootstrap);
        bootstrap.addCommand(new DbCommand());
        bootstrap.addCommand(new ActivityCommand(out));
        bootstrap.addCommand(new UserCommand(out));
    }

    @Override
    protected void addDefaultCommands(Bootstrap<ParleyConfiguration> bootstrap) {
        bootstrap.addCommand(new ServeCommand(this));
        bootstrap.addCommand(new CheckConfigurationCommand(this));
    }

    @Override
    public void run(ParleyConfiguration configuration, Environment environment) {
        ResourceStack resources = new ResourceStack();
        try {
            assemble(configuration, environment, resources);
        } catch (RuntimeException e) {
            resources.close(); // no server will ever stop them
            throw e;
        }
    }

    private static void assemble(ParleyConfiguration configuration, Environment environment, ResourceStack resources) {
        environment.lifecycle().manage(closing(resources)); // managed first, so it stops last
        Injector injector =
                ModulePlan.forServing(configuration, environment, resources).injector();
        environment.lifecycle().manage(injector.getInstance(RelayLoop.class));
        openApi(environment, injector);
        HealthChecks.register(environment.healthChecks(), injector);
        AdminPort.openProbes(environment.admin(), configuration);
        AdminPort.openPrometheus(environment.admin(), injector);
    }

    private static void openApi(Environment environment, Injector injector) {
        RequestIds ids = injector.getInstance(RequestIds.class);
        environment
                .servlets()
                .addFilter("request-id", new RequestIdFilter(ids))
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        JsonErrorHandler errors = new JsonErrorHandler(ids);
        environment.getApplicationContext().setErrorHandler(errors);
        environment.lifecycle().addEventListener(errorsOfTheServer(errors));
        environment.jersey().register(new EndpointTimes(injector.getInstance(ServiceMetrics.class)));
        environment.jersey().register(injector.getInstance(ClassicApi.class));
    }

    /** Requests that are too broken to reach any context are the server's own to answer. */
    private static LifeCycle.Listener errorsOfTheServer(JsonErrorHandler errors) {
        return new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle event) {
                if (event instanceof Server server) {
                    server.setErrorHandler(errors);
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
