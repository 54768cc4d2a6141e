package dev.parley.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Stops of a server with requests that do not end, and without. */
final class UnfinishedStopTest {

    private static final long STOP_MILLIS = 200;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(
            server, new HttpConnectionFactory(), new HTTP2CServerConnectionFactory(new HttpConfiguration()));
    private final Logger logger = (Logger) LoggerFactory.getLogger(UnfinishedStop.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();

    @BeforeEach
    void start() throws Exception {
        JettyLog.quieten();
        lines.list = new CopyOnWriteArrayList<>();
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);
        connector.setName("application");
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(new Endless()));
        server.setStopTimeout(STOP_MILLIS);
        server.addEventListener(new UnfinishedStop());
        server.start();
    }

    @AfterEach
    void detach() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
    }

    @Test
    void whatHasNotFinishedIsLoggedInOneLineWithoutTargets() throws Exception {
        try (Socket client =
                client("GET /path?ticket=secret HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII))) {
            assertThatThrownBy(server::stop).isInstanceOf(TimeoutException.class);

            assertThat(messages())
                    .singleElement()
                    .asString()
                    .contains(
                            "1 requests", "application connections 1", ":" + client.getLocalPort() + " HttpConnection")
                    .doesNotContain("secret", "path", "\n");
        }
    }

    @Test
    void sessionsOfHttp2AreLoggedWithTheirState() throws Exception {
        try (Socket client = client(Http2Frames.beginning(), Http2Frames.get(1, "/path?ticket=secret"))) {
            assertThatThrownBy(server::stop).isInstanceOf(TimeoutException.class);

            assertThat(messages())
                    .singleElement()
                    .asString()
                    .contains(
                            "1 requests", "HTTP/2 sessions 1", "LOCALLY_CLOSED", ":" + client.getLocalPort() + " HTTP2")
                    .doesNotContain("secret", "path", "\n");
        }
    }

    @Test
    void aStopThatFinishesLogsNothing() throws Exception {
        server.stop();

        assertThat(messages()).isEmpty();
    }

    private Socket client(byte[]... request) throws Exception {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        for (byte[] bytes : request) {
            client.getOutputStream().write(bytes);
        }
        begun.join();
        return client;
    }

    private List<String> messages() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** Leaves every request without an answer. */
    private final class Endless extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            begun.complete(null);
            return true;
        }
    }
}
