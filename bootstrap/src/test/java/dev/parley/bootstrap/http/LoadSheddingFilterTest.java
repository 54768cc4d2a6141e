package dev.parley.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.adapters.rest.request.LingeringCloseFilter;
import dev.parley.adapters.rest.request.SendPath;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client asks on one connection, as long as it asks for one thing after the other. */
final class LoadSheddingFilterTest {

    private static final String SEND = "/v1/conversations/bo/messages";
    private static final int PATIENCE_MILLIS = 20_000;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(
            server, new HttpConnectionFactory(), new HTTP2CServerConnectionFactory(new HttpConfiguration()));
    private final AtomicBoolean full = new AtomicBoolean();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may be near its end
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger heldBack = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final HttpClient client = client();

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private void serve(int mostWaiting) throws Exception {
        JettyLog.quieten();
        ServletContextHandler context = new ServletContextHandler("/");
        add(context, new RequestIdFilter(new RequestIds(new SecureRandom())));
        add(context, new BrokenBodyFilter());
        add(context, new LingeringCloseFilter());
        add(context, new Watching());
        add(
                context,
                new LoadSheddingFilter(
                        request -> full.get() && SendPath.isSend(request.getMethod(), request.getRequestURI()),
                        mostWaiting,
                        now::get,
                        refused::incrementAndGet));
        context.addServlet(new Endpoint(), "/*");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
    }

    private static void add(ServletContextHandler context, Filter filter) {
        FilterHolder holder = new FilterHolder(filter);
        holder.setAsyncSupported(true);
        context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        client.close();
    }

    @Test
    void letsPassWhatThereIsRoomFor() throws Exception {
        serve(1);

        assertThat(ask(client, "POST", SEND).join().statusCode()).isEqualTo(201);
        assertThat(refused).hasValue(0);
    }

    @Test
    void refusesSendsAndNothingElseWhenThereIsNone() throws Exception {
        serve(1);
        full.set(true);

        HttpResponse<String> answer = ask(client, "POST", SEND).join();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("\"code\":\"unavailable\"");
        assertThat(ask(client, "GET", SEND).join().statusCode()).isEqualTo(201);
        assertThat(ask(client, "POST", "/v1/sessions").join().statusCode()).isEqualTo(201);
        assertThat(refused).hasValue(1);
    }

    @Test
    void refusesWhoeverHasWaitedAsToldAtOnce() throws Exception {
        serve(1);
        full.set(true);
        var unused = ask(client, "POST", SEND).join();

        now.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(ask(client, "POST", SEND).join().statusCode()).isEqualTo(503);
        assertThat(heldBack).hasValue(0);
    }

    @Test
    void refusesWhoeverComesTooEarlyWhenTheTimeIsOver() throws Exception {
        serve(1);
        full.set(true);
        var unused = ask(client, "POST", SEND).join();

        for (int times = 1; times <= 2; times++) { // and then again for the next
            now.addAndGet(Duration.ofMillis(900).toNanos());
            HttpResponse<String> answer = ask(client, "POST", SEND).join();

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(answer.body()).contains("\"code\":\"unavailable\"");
            assertThat(heldBack).hasValue(times);
        }
    }

    @Test
    void holdsNobodyElseBack() throws Exception {
        serve(1);
        full.set(true);
        var unused = ask(client, "POST", SEND).join();
        now.addAndGet(-Duration.ofHours(1).toNanos()); // so its time does not come in this test
        CompletableFuture<HttpResponse<String>> early = ask(client, "POST", SEND);
        await().until(() -> heldBack.get() == 1);

        try (HttpClient other = client()) {
            for (int times = 1; times <= 2; times++) { // the second time there is no place to wait
                assertThat(ask(other, "POST", SEND).join().statusCode()).isEqualTo(503);
            }
        }

        assertThat(heldBack).hasValue(1);
        assertThat(early).isNotDone();
        early.cancel(true);
    }

    @Test
    void letsPassWhoeverComesTooEarlyAndFindsRoom() throws Exception {
        serve(1);
        full.set(true);
        var unused = ask(client, "POST", SEND).join();
        full.set(false);

        assertThat(ask(client, "POST", SEND).join().statusCode()).isEqualTo(201);
    }

    @Test
    void placesToWaitAreGivenBack() throws Exception {
        serve(1);
        full.set(true);
        for (int times = 0; times < 4; times++) {
            assertThat(ask(client, "POST", SEND).join().statusCode()).isEqualTo(503);
        }

        assertThat(heldBack).hasValue(3);
    }

    @Test
    void whoeverStillSendsGetsTheAnswer() throws Exception {
        serve(1);
        full.set(true);

        try (Socket socket = connect()) {
            byte[] part = new byte[100_000];
            socket.getOutputStream().write(head("Content-Length: 200000"));
            socket.getOutputStream().write(part);
            int first = socket.getInputStream().read();
            socket.getOutputStream().write(part); // it is taken, or the connection would be reset

            String rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat((char) first + rest)
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: 1", "Connection: close", "\"code\":\"unavailable\"");
        }
    }

    @Test
    void whoeverWaitsToBeAskedForTheBodyIsNotHeldBack() throws Exception {
        serve(1);
        full.set(true);

        try (Socket socket = connect()) {
            socket.getOutputStream().write(head("Content-Length: 0"));
            socket.getOutputStream()
                    .write(head("Content-Length: 10\r\nExpect: 100-continue\r\nConnection: close")); // too early

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .containsSubsequence("HTTP/1.1 503", "HTTP/1.1 503")
                    .doesNotContain("100 Continue");
        }
        assertThat(refused).hasValue(2);
        assertThat(heldBack).hasValue(0);
    }

    @Test
    void ofASharedConnectionOneIsHeldBackAtATimeAndItsPlaceIsGivenBack() throws Exception {
        serve(2);
        full.set(true);
        try (Socket shared = connect()) {
            shared.getOutputStream().write(Http2Frames.greedyBeginning());
            shared.getOutputStream().write(Http2Frames.postWithoutBody(1, SEND));
            await().until(() -> refused.get() == 1 && answered.get() == 1);
            now.addAndGet(-Duration.ofHours(1).toNanos());
            shared.getOutputStream().write(Http2Frames.postWithoutBody(3, SEND));
            await().until(() -> heldBack.get() == 1);

            shared.getOutputStream().write(Http2Frames.postWithoutBody(5, SEND));
            await().until(() -> refused.get() == 3 && answered.get() == 2);
            assertThat(heldBack).hasValue(1);

            shared.getOutputStream().write(Http2Frames.reset(3));
            await().until(() -> {
                shared.getOutputStream().write(Http2Frames.postWithoutBody(5 + 2 * refused.get(), SEND));
                return heldBack.get() == 2;
            });
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static byte[] head(String headers) {
        return ("POST " + SEND + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private CompletableFuture<HttpResponse<String>> ask(HttpClient client, String method, String path) {
        return client.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path))
                        .timeout(Duration.ofMillis(PATIENCE_MILLIS))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    /** Who is answered when the filters have done their work, and who is not. */
    private final class Watching extends HttpFilter {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chain.doFilter(request, response);
            (request.isAsyncStarted() ? heldBack : answered).incrementAndGet();
        }
    }

    private static final class Endpoint extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_CREATED);
        }
    }
}
