package dev.parley.bootstrap.http;

import dev.parley.adapters.rest.request.RequestProperty;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares the connection of an event stream for a client that stops taking what it is sent.
 *
 * <p>The system is to hold little for it: left to itself it would be megabytes for each, outside of the heap. And whoever
 * writes the stream can break the connection ({@link RequestProperty#CUT}). Closing the end point is what wakes a thread
 * that is blocked in a write; interrupting the thread would leave Jetty in the middle of that write.
 */
public final class StreamConnectionFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(StreamConnectionFilter.class);

    /** The kernel doubles it. */
    private static final int SEND_BUFFER_BYTES = 64 * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        EndPoint connection = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        set(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES, connection);
        Runnable cut = () -> cut(connection);
        request.setAttribute(RequestProperty.CUT, cut);
        chain.doFilter(request, response);
    }

    /** What was not taken is forgotten at once, which the system would otherwise offer for a quarter of an hour. */
    private static void cut(EndPoint connection) {
        set(StandardSocketOptions.SO_LINGER, 0, connection);
        connection.close();
    }

    private static void set(SocketOption<Integer> option, int value, EndPoint connection) {
        if (connection.getTransport() instanceof NetworkChannel channel) {
            try {
                channel.setOption(option, value);
            } catch (IOException e) {
                LOG.debug("A connection is closed already", e);
            }
        }
    }
}
