package dev.parley.adapters.rest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.parley.adapters.rest.testkit.openapi.ApiDocument;
import dev.parley.adapters.rest.testkit.openapi.Conformity;
import dev.parley.adapters.rest.testkit.openapi.Exchange;
import dev.parley.adapters.rest.testkit.openapi.Recorder;
import jakarta.servlet.ServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.jetty.http.UriCompliance;

/**
 * The REST adapter in a real Jetty on a free port. When it stops, everything that went on under v1 is held to the OpenAPI
 * document, whichever client a test has used.
 */
public final class RestServer extends DropwizardAppExtension<Configuration> {

    /** What the document says is the version of the service. */
    public static final String VERSION = "1.2.3";

    private final Recorder recorder;
    private final Routes routes;
    private final Predicate<Exchange> excused;

    private RestServer(RestApi api, TestApplication.Surroundings surroundings, Predicate<Exchange> excused) {
        super(new DropwizardTestSupport<>(TestApplication.class, configuration()) {
            @Override
            public TestApplication newApplication() {
                return new TestApplication(api, surroundings);
            }
        });
        this.recorder = surroundings.recorder();
        this.routes = surroundings.routes();
        this.excused = excused;
    }

    public static RestServer over(InMemoryParley parley) {
        return over(parley, request -> {});
    }

    /** One with so much memory for the large answers that wait for their readers. */
    public static RestServer over(InMemoryParley parley, AnswerBudget budget) {
        RestApi api = new RestApi(new ClassicApi(parley.classic()), v1(parley), budget);
        return new RestServer(
                api, TestApplication.Surroundings.of(Optional.empty(), request -> {}), exchange -> false);
    }

    /** One that gives every request this id. */
    public static RestServer over(InMemoryParley parley, String requestId) {
        return over(parley, requestId, exchange -> false);
    }

    /**
     * One that gives every request this id.
     *
     * @param excused what need not be as the document has it, because a test has made it up
     */
    public static RestServer over(InMemoryParley parley, String requestId, Predicate<Exchange> excused) {
        return new RestServer(
                api(parley), TestApplication.Surroundings.of(Optional.of(requestId), request -> {}), excused);
    }

    /** One that shows every request once it is answered. */
    public static RestServer over(InMemoryParley parley, Consumer<ServletRequest> requestLog) {
        return new RestServer(
                api(parley), TestApplication.Surroundings.of(Optional.empty(), requestLog), exchange -> false);
    }

    private static RestApi api(InMemoryParley parley) {
        return new RestApi(new ClassicApi(parley.classic()), v1(parley));
    }

    private static V1Api v1(InMemoryParley parley) {
        return new V1Api(parley.v1(), VERSION);
    }

    @Override
    public void after() {
        List<String> flaws = flaws();
        super.after();
        assertThat(flaws).as("what is not as the OpenAPI document has it").isEmpty();
    }

    private List<String> flaws() {
        List<Exchange> exchanges =
                recorder.exchanges().stream().filter(excused.negate()).toList();
        if (exchanges.isEmpty()) {
            return List.of();
        }
        Conformity conformity = new Conformity(document());
        return exchanges.stream()
                .flatMap(exchange -> conformity.flaws(exchange).stream())
                .distinct()
                .toList();
    }

    /** What it answers, each as {@code GET /v1/users/{username}}. */
    public Set<String> routes() {
        return routes.all();
    }

    /** What it says of itself. */
    public ApiDocument document() {
        return ApiDocument.parse(new RawHttp(base())
                .send(RawHttp.Request.of("GET", "/v1/openapi.json"))
                .body());
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
