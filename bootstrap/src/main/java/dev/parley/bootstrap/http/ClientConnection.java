package dev.parley.bootstrap.http;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection of a request, which another thread can end. Closing the end point wakes a thread that is blocked in a read or
 * a write; interrupting that thread would leave Jetty in the middle of it.
 */
final class ClientConnection {

    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

    private final Connection connection;
    private final String request;

    private ClientConnection(Connection connection, String request) {
        this.connection = connection;
        this.request = request;
    }

    static ClientConnection of(ServletRequest request) {
        return of(ServletContextRequest.getServletContextRequest(request));
    }

    static ClientConnection of(Request request) {
        return new ClientConnection(request.getConnectionMetaData().getConnection(), request.getId());
    }

    /**
     * Ends this request. It ends the connection as well, unless other requests share it and nothing is stuck on it: what is
     * stuck would stay in memory.
     */
    void end() {
        if (isStuck() || !reset()) {
            close();
        }
    }

    private boolean isStuck() {
        return transport() instanceof AbstractEndPoint endPoint
                && endPoint.getWriteFlusher().isPending();
    }

    /**
     * Resets the stream of this request; does nothing if the stream has ended.
     *
     * @return false if the protocol has no streams
     */
    private boolean reset() {
        if (!(connection instanceof HTTP2Connection shared)) {
            return false;
        }
        Stream stream = shared.getSession().getStream(Integer.parseInt(request));
        if (stream != null) {
            ResetFrame reset = new ResetFrame(stream.getId(), ErrorCode.ENHANCE_YOUR_CALM_ERROR.code);
            stream.reset(reset, Callback.NOOP);
            wake(stream, reset);
        }
        return true;
    }

    /** Jetty does not wake a thread that reads from a stream which the server itself has reset. */
    private static void wake(Stream stream, ResetFrame reset) {
        Stream.Listener listener = stream.getListener();
        if (listener != null) {
            listener.onReset(stream, reset, Callback.NOOP);
        }
    }

    /**
     * Whether the client has closed its side. The request must have been read to its end: with HTTP/1 this may take a byte of
     * the next one.
     */
    boolean isGone() {
        EndPoint endPoint = connection.getEndPoint();
        try {
            return !endPoint.isOpen()
                    || (!(connection instanceof HTTP2Connection) && endPoint.fill(BufferUtil.allocate(1)) < 0);
        } catch (IOException e) {
            LOG.debug("A connection is closed already", e);
            return true;
        }
    }

    /** Discards what the client has not read, which the system would otherwise offer for a quarter of an hour. */
    private void close() {
        EndPoint endPoint = transport();
        set(StandardSocketOptions.SO_LINGER, 0, endPoint);
        endPoint.close();
    }

    /** @param bytes the kernel doubles them */
    void bufferAtMost(int bytes) {
        set(StandardSocketOptions.SO_SNDBUF, bytes, transport());
    }

    /** The end point below TLS, which would first try to send its closing alert to a client that reads nothing. */
    private EndPoint transport() {
        EndPoint endPoint = connection.getEndPoint();
        while (endPoint.getTransport() instanceof EndPoint below) {
            endPoint = below;
        }
        return endPoint;
    }

    private static void set(SocketOption<Integer> option, int value, EndPoint endPoint) {
        if (endPoint.getTransport() instanceof NetworkChannel channel) {
            try {
                channel.setOption(option, value);
            } catch (IOException e) {
                LOG.debug("A connection is closed already", e);
            }
        }
    }
}
