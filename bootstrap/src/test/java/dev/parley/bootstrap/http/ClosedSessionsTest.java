package dev.parley.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http2.HTTP2Session;
import org.eclipse.jetty.http2.SessionContainer;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** A connection that closes before Jetty has registered its session: the reproduction of ADR 0018, and its avoidance. */
final class ClosedSessionsTest {

    private static final long STOP_MILLIS = 5_000;

    private final Server server = new Server();
    private final HTTP2CServerConnectionFactory h2c = new HTTP2CServerConnectionFactory(new HttpConfiguration());
    private final ServerConnector connector = new ServerConnector(server, h2c);
    private final CompletableFuture<Void> opened = new CompletableFuture<>();

    @Test
    void stopDoesNotWaitForTheSessionOfAClosedConnection() throws Exception {
        JettyLog.quieten();
        server.addConnector(connector);
        server.setStopTimeout(STOP_MILLIS);
        server.addEventListener(new ClosedSessions());
        h2c.addEventListener(new ClosingBeforeRegistration());
        server.start();
        h2c.addEventListener(new Connection.Listener() {
            @Override
            public void onOpened(Connection connection) {
                opened.complete(null);
            }
        });

        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            assertThat(client.getInputStream().read()).isNegative();
        }
        opened.join();

        assertThatCode(server::stop).doesNotThrowAnyException();
        assertThat(h2c.getBean(SessionContainer.class).getSessions()).isEmpty();
    }

    /** The client closes the connection at the worst moment, and the session notices. */
    private final class ClosingBeforeRegistration implements HTTP2Session.LifeCycleListener {

        @Override
        public void onOpen(Session session) {
            ((HTTP2Session) session).onShutdown();
            await().until(() -> connector.getConnectedEndPoints().isEmpty());
        }
    }
}
