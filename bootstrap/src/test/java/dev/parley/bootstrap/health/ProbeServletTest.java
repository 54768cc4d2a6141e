package dev.parley.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.health.HealthCheck;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.health.response.HealthResponse;
import io.dropwizard.health.response.HealthResponseProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The servlet in its own server, over checks with given results. */
final class ProbeServletTest {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Checks checks = new Checks();

    @BeforeEach
    void start() throws Exception {
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder holder = new ServletHolder(new ProbeServlet(provider(), Map.of("database", checks.database())));
        List.of(ProbeServlet.STARTED, ProbeServlet.LIVE, ProbeServlet.READY)
                .forEach(path -> context.addServlet(holder, path));
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
    }

    @SuppressWarnings("NullAway") // it keeps the provider and uses no other object that Dropwizard passes
    private HealthResponseProvider provider() {
        AdminProbesFactory factory = new AdminProbesFactory();
        assertThat(factory.provider()).isEmpty();
        Environment environment = new Environment("probes");
        factory.configure(
                "probes",
                List.of(),
                checks,
                environment.health(),
                environment.jersey(),
                environment.servlets(),
                environment.getObjectMapper());
        return factory.provider().orElseThrow();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.stop();
    }

    @Test
    void readyRequiresHealthyChecksAndARunningServer() throws Exception {
        for (boolean committing : List.of(true, false)) {
            for (boolean serving : List.of(true, false)) {
                checks.committing = committing;
                checks.ready = serving;
                assertThat(get("/ready").statusCode()).isEqualTo(committing && serving ? 200 : 503);
            }
        }
    }

    @Test
    void startedStaysTrueOnceReady() throws Exception {
        checks.ready = false;
        assertThat(get("/started").statusCode()).isEqualTo(503);
        checks.ready = true;
        assertThat(get("/started").statusCode()).isEqualTo(200);
        checks.ready = false;
        assertThat(get("/started").statusCode()).isEqualTo(200);
        assertThat(get("/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void aliveDoesNotRequireStarted() throws Exception {
        checks.ready = false;

        assertThat(get("/live").statusCode()).isEqualTo(200);
        assertThat(get("/started").statusCode()).isEqualTo(503);

        checks.alive = false;
        assertThat(get("/live").statusCode()).isEqualTo(503);
    }

    @Test
    void responseListsItsChecksAndIsNotCacheable() throws Exception {
        HttpResponse<String> answer = get("/ready");

        assertThat(answer.body())
                .isEqualTo("[{\"name\":\"database\",\"healthy\":true,\"type\":\"READY\",\"critical\":true}]");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(checks.asked).containsOnly(Map.of("type", List.of("ready"), "name", List.of("all")));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + connector.getLocalPort() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static final class Checks implements HealthResponseProvider {

        private volatile boolean ready = true;
        private volatile boolean alive = true;
        private volatile boolean committing = true;
        private final List<Map<String, Collection<String>>> asked = new ArrayList<>();

        HealthCheck database() {
            return new HealthCheck() {
                @Override
                protected Result check() {
                    return committing ? Result.healthy() : Result.unhealthy("as told");
                }
            };
        }

        @Override
        public HealthResponse healthResponse(Map<String, Collection<String>> query) {
            asked.add(query);
            boolean healthy = query.getOrDefault("type", List.of()).contains("alive") ? alive : ready;
            return new HealthResponse(healthy, "[\"the checks\"]", "application/json", healthy ? 200 : 503);
        }
    }
}
