package dev.parley.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request whose body never ends. HttpEdgeTest sends slow ones to the whole service. */
final class BodyDeadlinesTest {

    private static final long GRACE_MILLIS = 10_000;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final String UNFINISHED = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{";
    private static final String REST = "\"a\": 12}";
    private static final String OK = "HTTP/1.1 200 OK";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<Void> read = new CompletableFuture<>();
    private final CompletableFuture<IOException> ended = new CompletableFuture<>();

    private CompletableFuture<Void> answer = CompletableFuture.completedFuture(null);

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void requestIsEndedAtItsDeadline() throws Exception {
        start(new BodyDeadlines(SHORT, LONG));
        try (Socket client = send()) {
            assertThat(ended).succeedsWithin(GRACE_MILLIS, TimeUnit.MILLISECONDS);
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void stopDoesNotWaitForABodyThatArrivesSlowly() throws Exception {
        start(new BodyDeadlines(LONG, SHORT));
        try (Socket client = send()) {
            begun.join();

            assertThatCode(server::stop).doesNotThrowAnyException();
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void timeThatTheServerTakesAfterTheBodyIsNotCounted() throws Exception {
        CompletableFuture<Void> held = new CompletableFuture<>();
        answer = held;
        start(new BodyDeadlines(SHORT, LONG));
        try (Socket client = send()) {
            write(client, REST);
            read.join();
            pastTheDeadline();
            held.complete(null);

            assertThat(statusLine(client)).isEqualTo(OK);
        }
    }

    @Test
    void deadlineOfARequestDoesNotEndTheNextOneOfItsConnection() throws Exception {
        start(new BodyDeadlines(SHORT, LONG));
        try (Socket client = send()) {
            write(client, REST);
            assertThat(statusLine(client)).isEqualTo(OK);

            pastTheDeadline();
            write(client, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(statusLine(client)).isEqualTo(OK);
        }
    }

    private void start(BodyDeadlines deadlines) throws Exception {
        JettyLog.quieten();
        connector.setShutdownIdleTimeout(LONG.toMillis()); // as when the body does arrive, little by little
        deadlines.setHandler(new Reading());
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(deadlines));
        server.addEventListener(deadlines.stopListener());
        server.setStopTimeout(GRACE_MILLIS);
        server.start();
    }

    private Socket send() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        write(client, UNFINISHED);
        return client;
    }

    private static void write(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads the head of a response without a body. */
    private static String statusLine(Socket client) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = client.getInputStream().read();
            assertThat(next).as("the connection has ended after: %s", head).isNotNegative();
            head.append((char) next);
        }
        return head.substring(0, head.indexOf("\r\n"));
    }

    /** The scheduler of the server runs its tasks in the order of their times. */
    private void pastTheDeadline() {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        server.getScheduler().schedule(() -> passed.complete(null), 3 * SHORT.toMillis(), TimeUnit.MILLISECONDS);
        passed.join();
    }

    private final class Reading extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            begun.complete(null);
            try {
                Content.Source.consumeAll(request);
                read.complete(null);
                answer.join();
            } catch (IOException e) {
                ended.complete(e);
                response.setStatus(400);
            }
            callback.succeeded();
            return true;
        }
    }
}
