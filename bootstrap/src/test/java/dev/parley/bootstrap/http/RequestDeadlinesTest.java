package dev.parley.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** A server that stops while a body arrives slowly. What happens otherwise HttpEdgeTest shows on the whole service. */
final class RequestDeadlinesTest {

    private static final long GRACE_MILLIS = 10_000;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final String UNFINISHED = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final CompletableFuture<Void> begun = new CompletableFuture<>();

    @Test
    void stopDoesNotWaitForABodyThatArrivesSlowly() throws Exception {
        JettyLog.quieten();
        connector.setShutdownIdleTimeout(LONG.toMillis()); // as when the body does arrive, little by little
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(new Reading()));
        server.setStopTimeout(GRACE_MILLIS);
        server.start();
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
                ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            client.getOutputStream().write(UNFINISHED.getBytes(StandardCharsets.US_ASCII));
            begun.join();
            var unused = timer.scheduleWithFixedDelay(
                    new RequestDeadlines(server, LONG, LONG, SHORT, Clock.systemUTC()),
                    0,
                    SHORT.toMillis(),
                    TimeUnit.MILLISECONDS);

            assertThatCode(server::stop).doesNotThrowAnyException();
            timer.shutdownNow();
        }
    }

    private final class Reading extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            begun.complete(null);
            try {
                Content.Source.consumeAll(request);
            } catch (IOException e) {
                response.setStatus(400);
            }
            callback.succeeded();
            return true;
        }
    }
}
