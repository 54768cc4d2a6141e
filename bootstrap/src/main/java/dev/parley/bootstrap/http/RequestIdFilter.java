package dev.parley.bootstrap.http;

import dev.parley.adapters.rest.request.RequestContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;

/** Gives every request its id: in the response, in its {@link RequestContext}, and in all log lines of its thread. */
public final class RequestIdFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String MDC_KEY = "request_id";

    private final transient RequestIds ids;

    public RequestIdFilter(RequestIds ids) {
        this.ids = ids;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = ids.choose(request.getHeader(RequestIds.HEADER));
        RequestContext.of(request).setId(id);
        response.setHeader(RequestIds.HEADER, id);
        try (MDC.MDCCloseable ignored = MDC.putCloseable(MDC_KEY, id)) {
            chain.doFilter(request, response);
        }
    }
}
