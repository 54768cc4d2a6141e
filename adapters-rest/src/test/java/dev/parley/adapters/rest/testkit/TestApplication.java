package dev.parley.adapters.rest.testkit;

import dev.parley.adapters.rest.RestApi;
import dev.parley.adapters.rest.request.ContentTypeFilter;
import dev.parley.adapters.rest.request.RequestProperty;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;

/** As little of a service as the REST adapter can stand in. */
final class TestApplication extends Application<Configuration> {

    private final RestApi api;
    private final Optional<String> requestId;
    private final Consumer<ServletRequest> requestLog;

    TestApplication(RestApi api, Optional<String> requestId, Consumer<ServletRequest> requestLog) {
        this.api = api;
        this.requestId = requestId;
        this.requestLog = requestLog;
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
        environment.jersey().register(api);
        add(environment, "content-type", new ContentTypeFilter());
        add(environment, "request-id", (request, response, chain) -> {
            requestId.ifPresent(id -> request.setAttribute(RequestProperty.REQUEST_ID, id));
            chain.doFilter(request, response);
            requestLog.accept(request);
        });
        TransportErrors errors = new TransportErrors();
        environment.getApplicationContext().setErrorHandler(errors);
        environment.getApplicationContext().getServletHandler().setDecodeAmbiguousURIs(true);
        environment.lifecycle().addServerLifecycleListener(server -> server.setErrorHandler(errors));
    }

    private static void add(Environment environment, String name, Filter filter) {
        FilterRegistration.Dynamic registration = environment.servlets().addFilter(name, filter);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }
}
