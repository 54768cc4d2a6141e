package dev.parley.bootstrap.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;

/**
 * Sends the head of a response to HEAD before Jetty completes it. Jersey sets no length for what exceeds its buffer, and Jetty
 * would take the missing body for an empty one: {@code Content-Length: 0}.
 */
public final class HeadLengthFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        if (HttpMethod.HEAD.equals(request.getMethod())
                && !request.isAsyncStarted()
                && response.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            response.flushBuffer();
        }
    }
}
