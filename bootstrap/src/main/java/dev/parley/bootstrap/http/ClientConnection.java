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
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a request came by, to be broken from outside: closing the end point is what wakes a thread that is blocked in a write
 * or a read; interrupting the thread would leave Jetty in the middle of it.
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
        ServletContextRequest here = ServletContextRequest.getServletContextRequest(request);
        return new ClientConnection(here.getConnectionMetaData().getConnection(), here.getId());
    }

    /**
     * Ends this request, and the connection with it, unless others share it and can go on: what is stuck on its way to the
     * client would stay in memory.
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
     * One that has ended by itself is left to come to its end.
     *
     * @return false if the protocol has no such way
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

    /** Jetty lets a thread that reads wait on when the reset was its own, as nobody else would do that. */
    private static void wake(Stream stream, ResetFrame reset) {
        Stream.Listener listener = stream.getListener();
        if (listener != null) {
            listener.onReset(stream, reset, Callback.NOOP);
        }
    }

    /**
     * Whether the client has closed its side. For a request that has been read to its end: it may take a byte of the next one
     * on a connection of HTTP/1.
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

    /** What was not taken is forgotten at once, which the system would otherwise offer for a quarter of an hour. */
    void close() {
        EndPoint endPoint = transport();
        set(StandardSocketOptions.SO_LINGER, 0, endPoint);
        endPoint.close();
    }

    /** @param bytes the kernel doubles it */
    void bufferAtMost(int bytes) {
        set(StandardSocketOptions.SO_SNDBUF, bytes, transport());
    }

    /** Below encryption, which would first want to say goodbye to a client that takes nothing. */
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
