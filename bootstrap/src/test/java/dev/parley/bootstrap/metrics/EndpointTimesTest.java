package dev.parley.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/** In a Jersey without a server. */
final class EndpointTimesTest {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ApplicationHandler jersey = new ApplicationHandler(new ResourceConfig()
            .register(new EndpointTimes(new ServiceMetrics(registry)))
            .register(new Messages()));

    @Test
    void seriesIsNamedByThePathTemplate() throws Exception {
        ask("GET", "/message/ada/");
        ask("GET", "/message/bo/");
        ask("POST", "/message/bo/read");

        assertThat(PrometheusScrape.of(registry))
                .contains(count("/message/{peer}/", "GET", 200, 2), count("/message/{peer}/read", "POST", 409, 1))
                .noneMatch(line -> line.contains("ada") || line.contains("/bo"));
    }

    @Test
    void unmatchedPathsShareOneSeries() throws Exception {
        ask("GET", "/nowhere/1");
        ask("GET", "/nowhere/2");
        ask("DELETE", "/message/ada/");

        assertThat(PrometheusScrape.of(registry))
                .contains(count("unmatched", "GET", 404, 2))
                .noneMatch(line -> line.contains("nowhere"));
    }

    @Test
    void unknownMethodsShareOneSeries() throws Exception {
        ask("BREW", "/nowhere");
        ask("STEAL", "/nowhere");

        assertThat(PrometheusScrape.of(registry)).contains(count("unmatched", "OTHER", 404, 2));
    }

    @Test
    void unmappedFailureIsAServerError() throws Exception {
        assertThatThrownBy(() -> ask("GET", "/message/ada/fail")).isInstanceOf(ExecutionException.class);

        assertThat(PrometheusScrape.of(registry)).contains(count("/message/{peer}/fail", "GET", 500, 1));
    }

    private void ask(String method, String path) throws ExecutionException, InterruptedException {
        URI base = URI.create("http://localhost/");
        ContainerRequest request = new ContainerRequest(
                base, base.resolve(path), method, null, new MapPropertiesDelegate(), jersey.getConfiguration());
        jersey.apply(request).get();
    }

    private static String count(String endpoint, String method, int status, int count) {
        return "parley_http_request_duration_seconds_count{endpoint=\"%s\",method=\"%s\",status=\"%s\"} %s"
                .formatted(endpoint, method, status, count);
    }

    /** Some endpoints. */
    @Path("/message/{peer}/")
    public static final class Messages {

        @GET
        public String read(@PathParam("peer") String peer) {
            return peer;
        }

        @POST
        @Path("/read")
        public Response mark() {
            return Response.status(409).build();
        }

        @GET
        @Path("fail")
        public String fail() {
            throw new IllegalStateException("on purpose");
        }
    }
}
