package dev.parley.bootstrap.http;

import java.util.stream.Stream;
import org.eclipse.jetty.http2.SessionContainer;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.Container;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Removes the HTTP/2 sessions that Jetty registers after their connection has closed.
 *
 * <p>Jetty 12.1 processes the request of an upgrade to h2c before it registers the session. If the client closes the
 * connection before that, Jetty removes the session first and registers it then. It remains, and a stop waits for it until
 * the grace period is over: ADR 0018 has the reproduction.
 */
public final class ClosedSessions implements LifeCycle.Listener {

    @Override
    public void lifeCycleStarting(LifeCycle event) {
        if (event instanceof Server server) {
            Stream.of(server.getConnectors())
                    .filter(Container.class::isInstance)
                    .map(Container.class::cast)
                    .flatMap(connector ->
                            connector.getContainedBeans(AbstractHTTP2ServerConnectionFactory.class).stream())
                    .forEach(http2 -> http2.addEventListener(new Removal(http2.getBean(SessionContainer.class))));
        }
    }

    /**
     * Called after the session has been registered. A connection that closes later than this is removed by Jetty.
     *
     * @param sessions those of one connector
     */
    private record Removal(SessionContainer sessions) implements Connection.Listener {

        @Override
        public void onOpened(Connection connection) {
            if (!connection.getEndPoint().isOpen()) {
                sessions.onClosed(connection);
            }
        }
    }
}
