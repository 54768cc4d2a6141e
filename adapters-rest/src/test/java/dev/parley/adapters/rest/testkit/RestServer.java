package dev.parley.adapters.rest.testkit;

import dev.parley.adapters.rest.RestApi;
import dev.parley.adapters.rest.classic.ClassicApi;
import dev.parley.adapters.rest.request.AnswerBudget;
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
import org.eclipse.jetty.http.UriCompliance;

/** The REST adapter in a real Jetty on a free port. */
public final class RestServer extends DropwizardAppExtension<Configuration> {

    private RestServer(RestApi api, Optional<String> requestId, Consumer<ServletRequest> requestLog) {
        super(new DropwizardTestSupport<>(TestApplication.class, configuration()) {
            @Override
            public TestApplication newApplication() {
                return new TestApplication(api, requestId, requestLog);
            }
        });
    }

    public static RestServer over(InMemoryParley parley) {
        return new RestServer(api(parley), Optional.empty(), request -> {});
    }

    /** One with so much memory for the large answers that wait for their readers. */
    public static RestServer over(InMemoryParley parley, AnswerBudget budget) {
        RestApi api = new RestApi(new ClassicApi(parley.classic()), new V1Api(parley.v1()), budget);
        return new RestServer(api, Optional.empty(), request -> {});
    }

    /** One that gives every request this id. */
    public static RestServer over(InMemoryParley parley, String requestId) {
        return new RestServer(api(parley), Optional.of(requestId), request -> {});
    }

    /** One that shows every request once it is answered. */
    public static RestServer over(InMemoryParley parley, Consumer<ServletRequest> requestLog) {
        return new RestServer(api(parley), Optional.empty(), requestLog);
    }

    private static RestApi api(InMemoryParley parley) {
        return new RestApi(new ClassicApi(parley.classic()), new V1Api(parley.v1()));
    }

    /** Where it is, without a slash at its end. */
    public URI base() {
        return URI.create("http://localhost:" + getLocalPort());
    }

    private static Configuration configuration() {
        DefaultServerFactory server = new DefaultServerFactory();
        server.setRegisterDefaultExceptionMappers(false);
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
