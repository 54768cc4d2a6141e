package dev.parley.bootstrap.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Refuses the requests to the admin port that a web page can make a browser on this machine send: requests for another host, from
 * another origin, and tasks without a header that no form can send.
 */
public final class AdminRequestFilter extends HttpFilter {

    /** Required for tasks, with any value. A browser asks before it sends it for a page of another origin, and is refused. */
    public static final String TASK_HEADER = "X-Parley-Task";

    private static final long serialVersionUID = 1L;

    private static final String TASKS = "/tasks";

    /** What a browser sends for an address that the user has typed, and from a page of the admin port itself. */
    private static final List<String> OWN_SITES = List.of("none", "same-origin");

    private final transient AdminHosts hosts;

    public AdminRequestFilter(AdminHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> refusal = refusal(request);
        if (refusal.isPresent()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().println(refusal.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<String> refusal(HttpServletRequest request) {
        if (!hosts.allow(request.getServerName())) {
            return Optional.of(
                    "The admin port does not answer for this Host. Call it by localhost or by its address, or"
                            + " add the name to adminHosts (PARLEY_ADMIN_HOSTS).");
        }
        if (isOfAnotherPage(request)) {
            return Optional.of("The admin port does not answer pages of other origins.");
        }
        return isTask(request) ? taskRefusal(request) : Optional.empty();
    }

    private static boolean isOfAnotherPage(HttpServletRequest request) {
        String own = request.getScheme() + "://" + request.getHeader("Host");
        return header(request, "Origin")
                        .filter(origin -> !origin.equalsIgnoreCase(own))
                        .isPresent()
                || header(request, "Sec-Fetch-Site")
                        .filter(site -> !OWN_SITES.contains(site))
                        .isPresent();
    }

    private static boolean isTask(HttpServletRequest request) {
        return request.getServletPath().startsWith(TASKS);
    }

    private static Optional<String> taskRefusal(HttpServletRequest request) {
        if (header(request, TASK_HEADER).isEmpty()) {
            return Optional.of("A task needs the header " + TASK_HEADER + ": 1, which no web page can send.");
        }
        return LogLevels.refusal(values(request, "logger"), values(request, "level"), values(request, "duration"));
    }

    private static List<String> values(HttpServletRequest request, String parameter) {
        String[] values = request.getParameterValues(parameter);
        return values == null ? List.of() : List.of(values);
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
