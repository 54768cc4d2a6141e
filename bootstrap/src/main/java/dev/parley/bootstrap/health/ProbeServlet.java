package dev.parley.bootstrap.health;

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
 * What an orchestrator asks: {@code /started} (was it ever ready?), {@code /live} (must it be restarted?), {@code
 * /ready} (may requests come?). 200 for yes and 503 for no, with the state of each check as JSON.
 */
public final class ProbeServlet extends HttpServlet {

    public static final String STARTED = "/started";
    public static final String LIVE = "/live";
    public static final String READY = "/ready";

    private static final long serialVersionUID = 1L;

    private final transient HealthResponseProvider health;
    private final AtomicBoolean started = new AtomicBoolean();

    public ProbeServlet(HealthResponseProvider health) {
        this.health = health;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean live = request.getServletPath().equals(LIVE);
        HealthResponse answer =
                health.healthResponse(Map.of("type", List.of(live ? "alive" : "ready"), "name", List.of("all")));
        if (answer.isHealthy() && !live) {
            started.set(true);
        }
        boolean askedForStart = request.getServletPath().equals(STARTED);
        boolean yes = askedForStart ? started.get() : answer.isHealthy();
        response.setStatus(yes ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(answer.getContentType());
        response.getWriter().write(answer.getMessage());
    }
}
