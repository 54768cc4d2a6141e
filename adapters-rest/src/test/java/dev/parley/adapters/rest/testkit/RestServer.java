package dev.parley.adapters.rest.testkit;

import dev.parley.adapters.rest.RestApi;
import dev.parley.adapters.rest.classic.ClassicApi;
import dev.parley.adapters.rest.v1.EventApi;
import dev.parley.adapters.rest.v1.V1Api;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import io.dropwizard.testing.DropwizardTestSupport;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import jakarta.servlet.ServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.UriCompliance;

/** The REST adapter in a real Jetty on a free port. */
public final class RestServer extends DropwizardAppExtension<Configuration> {

    /** What every client is told to wait before it comes again. */
    public static final int RETRY_MILLIS = 2345;

    /** Few: what takes one for as long as it waits is soon found out. */
    private static final int MAX_THREADS = 32;

    private final EventApi events;

    private RestServer(InMemoryParley parley, Optional<String> requestId, Consumer<ServletRequest> requestLog) {
        this(parley, events(parley, System::nanoTime), requestId, requestLog);
    }

    private RestServer(
            InMemoryParley parley, EventApi events, Optional<String> requestId, Consumer<ServletRequest> requestLog) {
        super(new DropwizardTestSupport<>(TestApplication.class, configuration()) {
            @Override
            public TestApplication newApplication() {
                return new TestApplication(
                        new RestApi(new ClassicApi(parley.classic()), new V1Api(parley.v1(), events)),
                        events,
                        requestId,
                        requestLog);
            }
        });
        this.events = events;
    }

    public static RestServer over(InMemoryParley parley) {
        return new RestServer(parley, Optional.empty(), request -> {});
    }

    /** One that gives every request this id. */
    public static RestServer over(InMemoryParley parley, String requestId) {
        return new RestServer(parley, Optional.of(requestId), request -> {});
    }

    /** One that shows every request once it is answered. */
    public static RestServer over(InMemoryParley parley, Consumer<ServletRequest> requestLog) {
        return new RestServer(parley, Optional.empty(), requestLog);
    }

    /** One whose streams go by this time, in nanoseconds. */
    public static RestServer over(InMemoryParley parley, LongSupplier nanoTime) {
        return new RestServer(parley, events(parley, nanoTime), Optional.empty(), request -> {});
    }

    private static EventApi events(InMemoryParley parley, LongSupplier nanoTime) {
        return new EventApi(parley.events(), parley.following(), nanoTime, () -> RETRY_MILLIS);
    }

    public EventApi events() {
        return events;
    }

    /** Where it is, without a slash at its end. */
    public URI base() {
        return URI.create("http://localhost:" + getLocalPort());
    }

    private static Configuration configuration() {
        DefaultServerFactory server = new DefaultServerFactory();
        server.setRegisterDefaultExceptionMappers(false);
        server.setMaxThreads(MAX_THREADS);
        server.setApplicationConnectors(List.of(anyPort()));
        server.setAdminConnectors(List.of(anyPort()));
        LogbackAccessRequestLogFactory silent = new LogbackAccessRequestLogFactory();
        silent.setAppenders(List.of());
        server.setRequestLogFactory(silent);
        DefaultLoggingFactory logging = new DefaultLoggingFactory();
        logging.setLevel("WARN");
        Configuration configuration = new Configuration();
        configuration.setServerFactory(server);
        configuration.setLoggingFactory(logging);
        return configuration;
    }

    private static HttpConnectorFactory anyPort() {
        HttpConnectorFactory connector = new HttpConnectorFactory();
        connector.setPort(0);
        connector.setUriCompliance(UriCompliance.UNSAFE); // odd paths are unknown names, not broken requests
        return connector;
    }
}
