package dev.parley.adapters.rest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.RestApi;
import dev.parley.adapters.rest.legacy.LegacyApi;
import dev.parley.adapters.rest.legacy.page.LinkBase;
import dev.parley.adapters.rest.request.AnswerBudget;
import dev.parley.adapters.rest.testkit.openapi.ApiDocument;
import dev.parley.adapters.rest.testkit.openapi.Conformity;
import dev.parley.adapters.rest.testkit.openapi.Exchange;
import dev.parley.adapters.rest.v1.EventApi;
import dev.parley.adapters.rest.v1.V1Api;
import dev.parley.adapters.rest.v1.event.poll.EventPolls;
import dev.parley.adapters.rest.v1.event.stream.EventStreams;
import dev.parley.application.port.in.event.ReadEventsUseCase;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.eclipse.jetty.http.UriCompliance;

/**
 * The REST adapter in a Jetty on a free port. When it stops, every v1 exchange is checked against the OpenAPI document,
 * whatever client the test used.
 */
public final class RestServer extends DropwizardAppExtension<Configuration> {

    /** The version of the service in the document. */
    public static final String VERSION = "1.2.3";

    /** The reconnection time that every client receives. */
    public static final int RETRY_MILLIS = 2345;

    /** Few threads, so that a request that blocks one while waiting is detected. */
    public static final int MAX_THREADS = 32;

    /** Further errors would hide the first ones. */
    private static final int MANY_FLAWS = 20;

    private final V1Api v1;
    private final EventApi events;
    private final TestApplication.Surroundings surroundings;
    private final Predicate<Exchange> excused;

    private RestServer(
            V1Api v1,
            Function<V1Api, RestApi> api,
            EventApi events,
            TestApplication.Surroundings surroundings,
            Predicate<Exchange> excused) {
        super(new DropwizardTestSupport<>(TestApplication.class, configuration()) {
            @Override
            public TestApplication newApplication() {
                return new TestApplication(api.apply(v1), events, surroundings);
            }
        });
        this.v1 = v1;
        this.events = events;
        this.surroundings = surroundings;
        this.excused = excused;
    }

    private RestServer(
            InMemoryParley parley,
            AnswerBudget budget,
            EventApi events,
            TestApplication.Surroundings surroundings,
            Predicate<Exchange> excused) {
        this(
                v1(parley, events),
                v1 -> new RestApi(legacy(parley), v1, parley.get(AdmitRequestUseCase.class), budget),
                events,
                surroundings,
                excused);
    }

    private RestServer(InMemoryParley parley, TestApplication.Surroundings surroundings, Predicate<Exchange> excused) {
        this(parley, AnswerBudget.ofHeap(), events(parley, System::nanoTime), surroundings, excused);
    }

    public static RestServer over(InMemoryParley parley) {
        return over(parley, request -> {});
    }

    /** A server with this memory budget for large responses. */
    public static RestServer over(InMemoryParley parley, AnswerBudget budget) {
        return new RestServer(parley, budget, events(parley, System::nanoTime), surroundings(), exchange -> false);
    }

    /** A server whose streams use this clock, in nanoseconds. */
    public static RestServer over(InMemoryParley parley, LongSupplier nanoTime) {
        return new RestServer(
                parley, AnswerBudget.ofHeap(), events(parley, nanoTime), surroundings(), exchange -> false);
    }

    /** A server that gives every request this id. */
    public static RestServer over(InMemoryParley parley, String requestId) {
        return over(parley, requestId, exchange -> false);
    }

    /**
     * A server that gives every request this id.
     *
     * @param excused exchanges that need not match the document, because the test invented the response
     */
    public static RestServer over(InMemoryParley parley, String requestId, Predicate<Exchange> excused) {
        return new RestServer(parley, TestApplication.Surroundings.of(Optional.of(requestId), request -> {}), excused);
    }

    /** A server that passes every request to a consumer after the response. */
    public static RestServer over(InMemoryParley parley, Consumer<ServletRequest> requestLog) {
        return new RestServer(parley, TestApplication.Surroundings.of(Optional.empty(), requestLog), exchange -> false);
    }

    private static TestApplication.Surroundings surroundings() {
        return TestApplication.Surroundings.of(Optional.empty(), request -> {});
    }

    private static EventApi events(InMemoryParley parley, LongSupplier nanoTime) {
        return new EventApi(parley.get(ReadEventsUseCase.class), parley.following(), nanoTime, () -> RETRY_MILLIS);
    }

    private static V1Api v1(InMemoryParley parley, EventApi events) {
        InMemoryParley all = parley.with(EventStreams.class, events.streams()).with(EventPolls.class, events.polls());
        return new V1Api(all.resources(V1Api.RESOURCES), all.get(LimitedPorts.AUTHENTICATE), VERSION);
    }

    private static LegacyApi legacy(InMemoryParley parley) {
        return new LegacyApi(
                parley.resources(LegacyApi.RESOURCES), parley.get(LimitedPorts.AUTHENTICATE), LinkBase.UNKNOWN);
    }

    public EventApi events() {
        return events;
    }

    @Override
    public void after() {
        List<String> flaws = flaws();
        super.after();
        assertThat(flaws).as("differences from the OpenAPI document").isEmpty();
    }

    private List<String> flaws() {
        List<Exchange> exchanges = surroundings.recorder().exchanges().stream()
                .filter(excused.negate())
                .toList();
        if (exchanges.isEmpty()) {
            return List.of();
        }
        Conformity conformity = new Conformity(document());
        return exchanges.stream()
                .flatMap(exchange -> conformity.flaws(exchange).stream())
                .distinct()
                .limit(MANY_FLAWS)
                .toList();
    }

    /** The endpoints, each as {@code GET /v1/users/{username}}. */
    public Set<String> routes() {
        return surroundings.routes().all();
    }

    /** The API document. */
    public ApiDocument document() {
        return new ApiDocument(v1.document());
    }

    /** The URL without a trailing slash. */
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
        connector.setUriCompliance(UriCompliance.UNSAFE); // odd paths are unknown names, not malformed requests
        return connector;
    }
}
