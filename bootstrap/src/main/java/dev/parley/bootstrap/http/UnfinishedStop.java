package dev.parley.bootstrap.http;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http2.SessionContainer;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.Graceful;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what the server has waited for in vain, when the grace period of its stop is over.
 *
 * <p>Jetty stops its first connector right after the grace period, and everything else after that. Its own dump would be
 * hundreds of lines, with the targets of requests and so with tickets in them.
 */
public final class UnfinishedStop implements LifeCycle.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedStop.class);

    /** The maximum of connections or sessions of one component. */
    private static final int MOST_LISTED = 20;

    @Override
    public void lifeCycleStarting(LifeCycle event) {
        if (event instanceof Server server) {
            Stream.of(server.getConnectors()).findFirst().ifPresent(first -> first.addEventListener(reporting(server)));
        }
    }

    private static LifeCycle.Listener reporting(Server server) {
        return new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopping(LifeCycle connector) {
                List<Graceful> unfinished = unfinished(server);
                if (!unfinished.isEmpty()) {
                    LOG.warn(
                            "The stop continues after its grace period, and ends what has not finished: {}",
                            unfinished.stream().map(UnfinishedStop::describe).collect(Collectors.joining("; ")));
                }
            }
        };
    }

    /** Once a shutdown has begun, asking for it again only returns its future. */
    private static List<Graceful> unfinished(Server server) {
        return server.getContainedBeans(Graceful.class).stream()
                .filter(graceful ->
                        graceful.isShutdown() && !graceful.shutdown().isDone())
                .toList();
    }

    private static String describe(Graceful graceful) {
        return switch (graceful) {
            case GracefulHandler handler -> handler.getCurrentRequestCount() + " requests";
            case AbstractConnector connector -> describe(connector);
            case SessionContainer container ->
                "HTTP/2 sessions " + list(container.getSessions().stream().map(Session::toString), container.getSize());
            default -> graceful.toString();
        };
    }

    private static String describe(Connector connector) {
        Collection<EndPoint> connections = connector.getConnectedEndPoints();
        return connector.getName() + " connections "
                + list(connections.stream().map(UnfinishedStop::describe), connections.size());
    }

    private static String describe(EndPoint connection) {
        return connection.getRemoteSocketAddress() + " "
                + connection.getConnection().getClass().getSimpleName();
    }

    private static String list(Stream<String> items, int size) {
        return size + " " + items.limit(MOST_LISTED).toList();
    }
}
