package dev.parley.bootstrap.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends connections whose request takes too long to arrive.
 *
 * <p>Jetty's idle time-out begins anew with every byte, so that a byte now and then holds a connection for hours; a minimum
 * rate for bodies would let a large one take hours, too, and refuse small ones that pause. So every connection is looked at
 * from time to time: how long has its request been under way? What is being answered is {@link SlowClients}' to see to.
 *
 * <p>HTTP/2 mixes requests on one connection, and its heads and bodies are not timed here; but a connection that has
 * brought no request at all, a handshake that never ends for one, is ended there, too.
 */
public final class RequestDeadlines implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RequestDeadlines.class);

    private final Server server;
    private final Duration headers;
    private final Duration whole;
    private final Duration stopping;
    private final Clock clock;

    /**
     * @param headers from the first byte of a request to the end of its head
     * @param whole from the first byte of a request to the end of its body
     * @param stopping bounds both while the server stops, or a slow client would use up the grace period of all
     */
    public RequestDeadlines(Server server, Duration headers, Duration whole, Duration stopping, Clock clock) {
        this.server = server;
        this.headers = headers;
        this.whole = whole;
        this.stopping = stopping;
        this.clock = clock;
    }

    /** Looks at every connection once. */
    @Override
    public void run() {
        Stream.of(server.getConnectors()).forEach(this::lookAt);
    }

    private void lookAt(Connector connector) {
        Duration idle = Duration.ofMillis(connector.getIdleTimeout());
        for (EndPoint endPoint : connector.getConnectedEndPoints()) {
            try {
                if (isOverdue(endPoint, idle)) {
                    LOG.debug("A request took too long to arrive on {}", endPoint);
                    endPoint.close();
                }
            } catch (RuntimeException e) { // or nobody would look at any connection again
                LOG.warn("The deadlines of a connection cannot be seen to", e);
            }
        }
    }

    private boolean isOverdue(EndPoint endPoint, Duration idle) {
        return spoken(Optional.ofNullable(endPoint.getConnection()))
                .filter(connection -> isSilent(connection, endPoint, idle)
                        || (connection instanceof HttpConnection http && isLate(http.getParser())))
                .isPresent();
    }

    /** The connection inside the encryption, if there is any. */
    private static Optional<Connection> spoken(Optional<Connection> connection) {
        return connection.flatMap(one -> one instanceof SslConnection encrypted
                ? Optional.ofNullable(encrypted.getSslEndPoint().getConnection())
                : Optional.of(one));
    }

    private boolean isSilent(Connection connection, EndPoint endPoint, Duration idle) {
        return connection.getMessagesIn() <= 0
                && clock.millis() - endPoint.getCreatedTimeStamp()
                        > idle.plus(headers).toMillis();
    }

    /** The state is read first: what was written before it is seen after it. */
    private boolean isLate(HttpParser parser) {
        return switch (parser.getState()) {
            case START, METHOD, SPACE1, URI, SPACE2, REQUEST_VERSION, PROXY, HEADER -> isOver(headers, parser);
            case CONTENT, EOF_CONTENT, CHUNKED_CONTENT, CHUNK_SIZE, CHUNK, CHUNK_END, CONTENT_END, TRAILER ->
                isOver(whole, parser);
            case RESPONSE_VERSION, STATUS, REASON, END, CLOSE, CLOSED -> false;
        };
    }

    private boolean isOver(Duration limit, HttpParser parser) {
        long begin = parser.getBeginNanoTime();
        long nanos = server.isStopping() ? Math.min(limit.toNanos(), stopping.toNanos()) : limit.toNanos();
        return begin != 0 && System.nanoTime() - begin > nanos; // 0: nothing has come yet
    }
}
