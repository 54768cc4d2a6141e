package dev.parley.adapters.rest.testkit;

import dev.parley.adapters.rest.RestApi;
import dev.parley.adapters.rest.request.ContentTypeFilter;
import dev.parley.adapters.rest.request.RequestContext;
import dev.parley.adapters.rest.testkit.openapi.Recorder;
import dev.parley.adapters.rest.v1.EventApi;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.component.LifeCycle;

/** A minimal Dropwizard application around the REST adapter. */
final class TestApplication extends Application<Configuration> {

    private static final int SEND_BUFFER_BYTES = 64 * 1024;

    private final RestApi api;
    private final EventApi events;
    private final Surroundings surroundings;

    TestApplication(RestApi api, EventApi events, Surroundings surroundings) {
        this.api = api;
        this.events = events;
        this.surroundings = surroundings;
    }

    /**
     * Filters before the adapter.
     *
     * @param requestId the id of every request
     * @param requestLog receives every request after the response
     */
    record Surroundings(
            Optional<String> requestId, Consumer<ServletRequest> requestLog, Recorder recorder, Routes routes) {

        static Surroundings of(Optional<String> requestId, Consumer<ServletRequest> requestLog) {
            return new Surroundings(requestId, requestLog, new Recorder("/v1"), new Routes());
        }
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
        environment.jersey().register(api);
        environment.jersey().register(surroundings.routes());
        add(environment, "recorder", surroundings.recorder());
        add(environment, "content-type", new ContentTypeFilter());
        add(environment, "request-id", (request, response, chain) -> {
            RequestContext.of(request).setAbort(cut(request));
            surroundings.requestId().ifPresent(RequestContext.of(request)::setId);
            chain.doFilter(request, response);
            surroundings.requestLog().accept(request);
        });
        environment.lifecycle().addEventListener(following());
        TransportErrors errors = new TransportErrors();
        environment.getApplicationContext().setErrorHandler(errors);
        environment.getApplicationContext().getServletHandler().setDecodeAmbiguousURIs(true);
        environment.lifecycle().addServerLifecycleListener(server -> server.setErrorHandler(errors));
    }

    /** Streams end before the server waits for open requests. */
    private LifeCycle.Listener following() {
        return new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle event) {
                events.start();
            }

            @Override
            public void lifeCycleStopping(LifeCycle event) {
                events.stop();
            }
        };
    }

    private static Runnable cut(ServletRequest request) throws IOException {
        EndPoint connection = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        ((NetworkChannel) connection.getTransport()).setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
        return connection::close;
    }

    private static void add(Environment environment, String name, Filter filter) {
        FilterRegistration.Dynamic registration = environment.servlets().addFilter(name, filter);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }
}
