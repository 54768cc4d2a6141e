package dev.parley.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.legacy.LegacyMessageResource;
import dev.parley.adapters.rest.v1.conversation.HistoryResource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnavailableHandlerTest {

    private static final String SEND = "/v1/conversations/bo/messages";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final AtomicBoolean unavailable = new AtomicBoolean(true);
    private final AtomicInteger refused = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();

    private void serve(UnavailableHandler handler) throws Exception {
        JettyLog.quieten();
        ServletContextHandler context = new ServletContextHandler("/");
        context.setErrorHandler(new JsonErrorHandler(new RequestIds(new SecureRandom())));
        context.addServlet(new Endpoint(), "/*");
        context.insertHandler(handler);
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
    }

    private UnavailableHandler sends() {
        return UnavailableHandler.forSends(unavailable::get, refused::incrementAndGet);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        client.close();
    }

    @Test
    void sendIsServedWhileThereIsRoom() throws Exception {
        serve(sends());
        unavailable.set(false);

        assertThat(ask("POST", SEND).statusCode()).isEqualTo(201);
        assertThat(refused).hasValue(0);
    }

    @Test
    void refusalIsAProblemOnV1() throws Exception {
        serve(sends());

        HttpResponse<String> answer = ask("POST", SEND);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"unavailable\"");
        assertThat(refused).hasValue(1);
    }

    @Test
    void refusalHasTheTextOfTheLegacyApiOnItsPaths() throws Exception {
        serve(sends());

        HttpResponse<String> answer = ask("POST", "/message/bo/");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).startsWith("{\"detail\":\"Service temporarily unavailable.\",\"request_id\":\"");
    }

    @ParameterizedTest
    @ValueSource(classes = {LegacyMessageResource.class, HistoryResource.class})
    void resourcesThatSendAreRefused(Class<?> resource) throws Exception {
        serve(sends());
        String path = UriBuilder.fromResource(resource).build("bo").toString();

        assertThat(ask("POST", path).statusCode()).isEqualTo(503);
        assertThat(ask("GET", path).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/message/%C3%A4nne/", "/v1/conversations/messages/messages", "/v1/conversations/%C3%A4/messages"
            })
    void sendsToOddNamesAreRefused(String path) throws Exception {
        serve(sends());

        assertThat(ask("POST", path).statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /user/login/",
        "POST, /v1/sessions",
        "POST, /v1/conversations/bo/receipts",
        "PATCH, /v1/conversations/bo/messages",
        "POST, /v1/messages",
        "POST, /",
    })
    void nothingElseIsTakenForASend(String method, String path) throws Exception {
        serve(sends());

        assertThat(ask(method, path).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/me, 503",
        "POST, /user/login/, 503",
        "GET, /, 503",
        "GET, /docs, 201",
        "GET, /docs/, 201",
        "GET, /docs/swagger-ui.css, 201",
        "GET, /v1/openapi.json, 201",
        "GET, /v1/openapi.jsonx, 503",
        "GET, /docsx, 503",
    })
    void everythingButTheDocumentationIsRefused(String method, String path, int status) throws Exception {
        serve(UnavailableHandler.forAll(unavailable::get, refused::incrementAndGet));

        assertThat(ask(method, path).statusCode()).isEqualTo(status);
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private static final class Endpoint extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_CREATED);
        }
    }
}
