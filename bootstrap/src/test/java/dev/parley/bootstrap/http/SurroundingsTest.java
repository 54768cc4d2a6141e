package dev.parley.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.adapters.rest.request.RequestContext;
import dev.parley.domain.user.UserId;
import io.dropwizard.request.logging.RequestLogFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What surrounds every request, in a server of its own, spoken to byte by byte: no client would send some of this. */
final class SurroundingsTest {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, withoutServerHeader());
    private final ServerConnector admin = new ServerConnector(server);
    private final Logger logger = (Logger) LoggerFactory.getLogger("parley.request");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final List<String> seenByTheServlet = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws Exception {
        lines.list = new CopyOnWriteArrayList<>();
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        RequestIds ids = new RequestIds(new SecureRandom());
        ServletContextHandler context = new ServletContextHandler("/");
        context.addFilter(new FilterHolder(new RequestIdFilter(ids)), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new Endpoint(), "/hello/*");
        context.setErrorHandler(new JsonErrorHandler(ids));
        server.setErrorHandler(new JsonErrorHandler(ids));
        server.setRequestLog(new ServerLogFactory().build("parley"));
        admin.setName("admin");
        server.addConnector(connector);
        server.addConnector(admin);
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void theConfigurationFindsTheRequestLogByItsType() {
        assertThat(ServiceLoader.load(RequestLogFactory.class)).hasAtLeastOneElementOfType(ServerLogFactory.class);
        assertThat(new ServerLogFactory().isEnabled()).isTrue();
    }

    @Test
    void aRequestIsLoggedWithMethodPathStatusTimeAndUserAndWithNothingElse() throws IOException {
        String answer = ask("POST /hello/to%20bo?token=s3cret HTTP/1.1\r\nHost: x\r\nX-Request-Id: of-the-client\r\n"
                + "Authorization: Token s3cret\r\nX-User: 17\r\nContent-Length: 6\r\nConnection: close\r\n\r\ns3cret");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("X-Request-Id: of-the-client");
        assertThat(logged()).matches("POST /hello/to%20bo 200 \\d+ms user=17 from=127.0.0.1");
        assertThat(lines.list.getFirst().getMDCPropertyMap()).containsEntry("request_id", "of-the-client");
        assertThat(lines.list).allSatisfy(line -> assertThat(line.toString()).doesNotContain("s3cret"));
    }

    @Test
    void theIdIsThereWhileTheRequestIsWorkedOnAndGoneAfterwards() throws IOException {
        ask("GET /hello HTTP/1.1\r\nHost: x\r\nX-Request-Id: first\r\nConnection: close\r\n\r\n");
        ask("GET /hello HTTP/1.1\r\nHost: x\r\nX-Request-Id: bad id\r\nConnection: close\r\n\r\n");

        assertThat(seenByTheServlet).hasSize(2).first().isEqualTo("first first");
        assertThat(seenByTheServlet.getLast()).matches("([0-9a-f]{16}) \\1");
        assertThat(MDC.get("request_id")).isNull();
    }

    @Test
    void theIdIsGoneAlsoAfterAFailure() throws IOException {
        String answer =
                ask("GET /hello?fail HTTP/1.1\r\nHost: x\r\nX-Request-Id: failing\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 500")
                .contains("X-Request-Id: failing")
                .endsWith("{\"detail\":\"Internal server error.\",\"request_id\":\"failing\"}")
                .doesNotContain("on purpose");
        assertThat(logged()).matches("GET /hello 500 \\d+ms user=- from=127.0.0.1");
    }

    @Test
    void anUnknownPathIsNotRepeated() throws IOException {
        String answer = ask("GET /<b>nowhere</b> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                + ask("GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .contains("HTTP/1.1 404")
                .endsWith("{\"detail\":\"Not found.\"}")
                .doesNotContain("nowhere");
    }

    @Test
    void anErrorHasTheTypeOfTheApiAndIsNotKept() throws IOException {
        assertThat(ask("GET /nowhere HTTP/1.1\r\nHost: x\r\nX-Request-Id: mine\r\nConnection: close\r\n\r\n"))
                .contains("Content-Type: application/json", "Cache-Control: no-store", "X-Request-Id: mine");
    }

    @Test
    void anErrorToHeadHasNoBody() throws IOException {
        assertThat(ask("HEAD /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /hello HTTP/1.1\r\nHost: x\r\nbroken header scanner\r\n\r\n",
                "GET /hello HTTP/1.1\r\n\r\n",
                "GET /hello/..;/scanner HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            })
    void aBrokenRequestIsAnsweredInTheShapeOfTheApiAndNotRepeated(String request) throws IOException {
        assertThat(ask(request))
                .startsWith("HTTP/1.1 400")
                .contains("X-Request-Id: ")
                .endsWith("{\"detail\":\"Bad Request.\"}")
                .doesNotContainIgnoringCase("scanner")
                .doesNotContain("Jetty", "hello");
        assertThat(logged()).matches("\\S+ \\S+ 400 \\d+ms user=- from=127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE-FROM-A-SCANNER\r\n\r\n",
                "GET /hello/\u0001scanner HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /hello/%scanner HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/hello/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/hello/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
            })
    void whatHasNoPathIsAProblem(String request) throws IOException {
        assertThat(ask(request))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json", "Cache-Control: no-store", "X-Request-Id: ")
                .contains("\"status\":400", "\"code\":\"bad_request\"", "\"request_id\":\"", "\"detail\":\"")
                .doesNotContainIgnoringCase("scanner")
                .doesNotContain("Jetty", "hello");
        assertThat(logged()).matches("\\S+ \\S+ 400 \\d+ms user=- from=127.0.0.1");
    }

    @Test
    void tooManyHeadersAreAnsweredInTheShapeOfTheApi() throws IOException {
        String header = "X-Long: " + "a".repeat(20_000) + "\r\n";

        assertThat(ask("GET /hello HTTP/1.1\r\nHost: x\r\n" + header + "\r\n"))
                .startsWith("HTTP/1.1 431")
                .endsWith("{\"detail\":\"Request Header Fields Too Large.\"}")
                .doesNotContain("aaaa");
        assertThat(logged()).contains(" 431 ");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/..;/hello, 400, bad_request",
        "GET, /v1, 404, not_found",
        "GET, /v1/nowhere, 404, not_found",
    })
    void underV1WhatComesBeforeRoutingIsAProblem(String method, String path, int status, String code)
            throws IOException {
        String answer =
                ask(method + " " + path + " HTTP/1.1\r\nHost: x\r\nX-Request-Id: mine\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("Content-Type: application/problem+json", "Cache-Control: no-store", "X-Request-Id: mine")
                .contains("\"status\":" + status, "\"code\":\"" + code + "\"", "\"request_id\":\"mine\"")
                .doesNotContain("hello", "nowhere");
    }

    @Test
    void underV1TooManyHeadersAreAProblem() throws IOException {
        String header = "X-Long: " + "a".repeat(20_000) + "\r\n";

        assertThat(ask("GET /v1/hello HTTP/1.1\r\nHost: x\r\n" + header + "\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("Content-Type: application/problem+json", "\"code\":\"headers_too_large\"");
    }

    @Test
    void anAddressThatIsTooLongIsAProblem() throws IOException {
        assertThat(ask("GET /v1/" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("Content-Type: application/problem+json", "\"code\":\"uri_too_long\"")
                .doesNotContain("aaaa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1x", "/x/v1", "/V1/users"})
    void otherPathsAreNotOfV1(String path) throws IOException {
        assertThat(ask("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .endsWith("{\"detail\":\"Not found.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hello/\u009b31mred", "/hello/\u2028line", "/hello/\u0085line", "/hello/\u202egnp"})
    void noPathForgesALineOrCommandsATerminal(String path) throws IOException {
        ask("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(logged()).matches("GET \\p{ASCII}+ \\d+ \\d+ms user=- from=127.0.0.1");
    }

    @Test
    void theAdminPortIsNotLogged() throws IOException {
        ask(admin, "GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        ask("GET /hello/after HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(logged()).startsWith("GET /hello/after ");
    }

    private static HttpConnectionFactory withoutServerHeader() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        return new HttpConnectionFactory(configuration);
    }

    /** The only line; it is written after the answer. */
    private String logged() {
        await().until(() -> !lines.list.isEmpty());
        assertThat(lines.list).hasSize(1);
        return lines.list.getFirst().getFormattedMessage();
    }

    private String ask(String request) throws IOException {
        return ask(connector, request);
    }

    private static String ask(ServerConnector connector, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private final class Endpoint extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            seenByTheServlet.add(RequestContext.of(request).id().orElse("none") + " " + MDC.get("request_id"));
            if ("fail".equals(request.getQueryString())) {
                throw new IOException("on purpose");
            }
            if (request.getHeader("X-User") != null) {
                RequestContext.of(request).setUser(new UserId(Long.parseLong(request.getHeader("X-User"))));
            }
            response.getWriter().write("hello");
        }
    }
}
