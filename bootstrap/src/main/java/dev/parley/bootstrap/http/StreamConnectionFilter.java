package dev.parley.bootstrap.http;

import dev.parley.adapters.rest.request.RequestContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Prepares the connection of an event stream for a client that stops reading.
 *
 * <p>Bounds what the system buffers for the client: it could be megabytes for each, outside the heap. The writer of the stream
 * can abort it ({@link RequestContext#abort}), also while it is blocked in a write.
 */
public final class StreamConnectionFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** The kernel doubles them. */
    private static final int SEND_BUFFER_BYTES = 64 * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ClientConnection client = ClientConnection.of(request);
        client.bufferAtMost(SEND_BUFFER_BYTES);
        RequestContext.of(request).setAbort(client::end);
        chain.doFilter(request, response);
    }
}
