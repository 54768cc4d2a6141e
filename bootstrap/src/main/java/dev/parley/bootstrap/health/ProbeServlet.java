package dev.parley.bootstrap.health;

import com.codahale.metrics.health.HealthCheck;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dropwizard.health.HealthCheckType;
import io.dropwizard.health.HealthStateView;
import io.dropwizard.health.response.HealthResponse;
import io.dropwizard.health.response.HealthResponseProvider;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Probes of an orchestrator: {@code /started} (has it been ready?), {@code /live} (does it need a restart?), {@code
 * /ready} (can it serve requests?). 200 for yes and 503 for no, with the state of each check as JSON.
 */
public final class ProbeServlet extends HttpServlet {

    public static final String STARTED = "/started";
    public static final String LIVE = "/live";
    public static final String READY = "/ready";

    private static final long serialVersionUID = 1L;

    private static final JsonMapper JSON = new JsonMapper();

    private final transient HealthResponseProvider health;
    private final transient Map<String, HealthCheck> decisive;
    private final AtomicBoolean started = new AtomicBoolean();

    /**
     * @param health whether the process is alive, and is not being stopped
     * @param decisive the checks that must pass for the node to be ready, by name. They are asked for each request, and must not
     *     wait. (Dropwizard's own schedule can run a check twice at a time when its first run changes its state, counts one failure
     *     as two, and is never ready again.)
     */
    public ProbeServlet(HealthResponseProvider health, Map<String, HealthCheck> decisive) {
        this.health = health;
        this.decisive = decisive;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case LIVE -> {
                HealthResponse alive = answer("alive");
                write(response, alive.isHealthy(), alive.getMessage());
            }
            case STARTED -> {
                List<HealthStateView> checks = ready();
                write(response, started.get(), JSON.writeValueAsString(checks));
            }
            default -> {
                List<HealthStateView> checks = ready();
                write(response, isReady(checks), JSON.writeValueAsString(checks));
            }
        }
    }

    private HealthResponse answer(String type) {
        return health.healthResponse(Map.of("type", List.of(type), "name", List.of("all")));
    }

    private List<HealthStateView> ready() {
        List<HealthStateView> checks = decisive.entrySet().stream()
                .map(check -> new HealthStateView(
                        check.getKey(), check.getValue().execute().isHealthy(), HealthCheckType.READY, true))
                .toList();
        if (isReady(checks)) {
            started.set(true);
        }
        return checks;
    }

    private boolean isReady(List<HealthStateView> checks) {
        return checks.stream().allMatch(HealthStateView::isHealthy)
                && answer("ready").isHealthy();
    }

    private static void write(HttpServletResponse response, boolean yes, String body) throws IOException {
        response.setStatus(yes ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.getWriter().write(body);
    }
}
