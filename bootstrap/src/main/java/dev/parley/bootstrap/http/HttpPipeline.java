package dev.parley.bootstrap.http;

import dev.parley.adapters.rest.request.ContentTypeFilter;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.MutableServletContextHandler;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * What a request passes between the network and Jersey, in this order. The filters of Jersey follow; {@link
 * dev.parley.adapters.rest.RestApi} lists them.
 */
public final class HttpPipeline {

    /** For requests to arrive while the server stops; leaves a third of the delivered grace period to answer them. */
    private static final Duration WHILE_STOPPING = Duration.ofSeconds(10);

    private static final String EVERYTHING = "/*";

    /** For a client that does not read. Linux doubles it; without it, the kernel would buffer megabytes. Streams have less. */
    private static final int SEND_BUFFER_BYTES = 128 * 1024;

    private final Environment environment;
    private final Settings settings;
    private final Refusals refusals;
    private final RequestIds ids;

    /**
     * @param proxies that may name the address of a client
     * @param origins of pages that may call the API
     * @param requestTimeout for the body of a request, from the end of its head
     * @param maxConnections of the ports of the API
     */
    public record Settings(TrustedProxies proxies, Set<String> origins, Duration requestTimeout, int maxConnections) {}

    /**
     * @param unavailable while the node cannot work
     * @param full while no more sends may wait
     */
    public record Refusals(UnavailableHandler unavailable, UnavailableHandler full) {}

    public HttpPipeline(Environment environment, Settings settings, Refusals refusals, RequestIds ids) {
        this.environment = environment;
        this.settings = settings;
        this.refusals = refusals;
        this.ids = ids;
    }

    public void install() {
        connections();
        handlers();
        filters();
        adminFilters();
        errors();
    }

    private void connections() {
        listeners().forEach(environment.lifecycle()::addEventListener);
        atStart(this::limitConnections);
    }

    private Stream<LifeCycle.Listener> listeners() {
        return Stream.concat(
                settings.proxies().isEmpty() ? Stream.empty() : Stream.of(new ForwardedAddresses(settings.proxies())),
                Stream.of(new StrictFraming(), new ClosedSessions(), new UnfinishedStop()));
    }

    /** The admin port stays open, so that probes are answered. */
    private void limitConnections(Server server) {
        ServerConnector[] api = Stream.of(server.getConnectors())
                .filter(connector -> !"admin".equals(connector.getName()))
                .map(ServerConnector.class::cast)
                .toArray(ServerConnector[]::new);
        Stream.of(api).forEach(connector -> connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES));
        server.addBean(new NetworkConnectionLimit(settings.maxConnections(), api));
    }

    private void handlers() {
        BodyDeadlines deadlines = new BodyDeadlines(settings.requestTimeout(), WHILE_STOPPING);
        environment.lifecycle().addEventListener(deadlines.stopListener());
        List<Handler.Singleton> handlers = Stream.concat(
                        crossOrigins().stream(), Stream.of(refusals.unavailable(), refusals.full(), deadlines))
                .toList();
        MutableServletContextHandler context = environment.getApplicationContext();
        handlers.reversed().forEach(context::insertHandler); // each is inserted around those before it
    }

    /** Around the refusals, so that pages of other origins can read those. */
    private Optional<Handler.Singleton> crossOrigins() {
        return settings.origins().isEmpty() ? Optional.empty() : Optional.of(CrossOrigins.allowing(settings.origins()));
    }

    private void filters() {
        add("request-id", new RequestIdFilter(ids), EVERYTHING);
        add("stream-connection", new StreamConnectionFilter(), "/v1/events/stream");
        add("head-length", new HeadLengthFilter(), EVERYTHING);
        add("content-type", new ContentTypeFilter(), EVERYTHING);
        ServletHandler servlets = environment.getApplicationContext().getServletHandler();
        // Names of users are path segments with any character: let the API say which names it does not know.
        servlets.setDecodeAmbiguousURIs(true);
        // Jetty would keep the chains by path, and hardly any path comes twice.
        servlets.setFilterChainsCached(false);
    }

    private void add(String name, Filter filter, String paths) {
        boolean isAfterTheOthers = true;
        environment
                .servlets()
                .addFilter(name, filter)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), isAfterTheOthers, paths);
    }

    private void adminFilters() {
        environment
                .admin()
                .addFilter("page-headers", new PageHeadersFilter())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, EVERYTHING);
    }

    /** What Jetty itself refuses, in the format of the API. */
    private void errors() {
        JsonErrorHandler errors = new JsonErrorHandler(ids);
        environment.getApplicationContext().setErrorHandler(errors);
        environment.getAdminContext().setErrorHandler(errors);
        atStart(server -> server.setErrorHandler(errors)); // for requests that are too malformed to reach a context
    }

    private void atStart(Consumer<Server> action) {
        environment.lifecycle().addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle event) {
                if (event instanceof Server server) {
                    action.accept(server);
                }
            }
        });
    }
}
