package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the delivered time-outs: methods of HTTP, responses beside slow clients, and what no answer on either port reveals. */
final class HttpAnswersTest {

    private static final int SLOW_CLIENTS = 1500;

    @AutoClose
    private static InProcessService service;

    @BeforeAll
    static void start(@TempDir Path home) {
        service = InProcessService.start(home);
    }

    @AfterAll
    static void theServiceIsNoneTheWorse() {
        assertThat(service.admin().get("/healthcheck").status()).isEqualTo(200);
        assertThat(service.log()).doesNotContain(" ERROR ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/user/login/", "/message/anna/", "/v1/me", "/v1/nowhere", "/docs"})
    void headIsGetWithoutABody(String path) {
        ApiResponse get = raw("GET " + path);
        ApiResponse head = raw("HEAD " + path);

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.text()).isEmpty();
        for (String header : List.of("Content-Type", "Allow", "WWW-Authenticate", "ETag")) {
            assertThat(head.header(header)).as(header).isEqualTo(get.header(header));
        }
    }

    /** Jersey knows no length of what exceeds its buffer. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/openapi.json", "/docs/swagger-ui-bundle.js", "/docs"})
    void headDoesNotClaimThatALargeResponseIsEmpty(String path) {
        ApiResponse get = raw("GET " + path);
        ApiResponse head = raw("HEAD " + path);

        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.header("Transfer-Encoding")).isEqualTo(get.header("Transfer-Encoding"));
    }

    /**
     * More of them than the server had threads when these were the threads of the system. The idle time is the delivered one: a
     * short one would also end the client that waits, on a busy machine.
     */
    @Test
    void slowClientsDoNotKeepOthersWaiting() throws IOException {
        List<String> starts = List.of(
                "G",
                "GET /docs HTTP/1.1\r\nHost: x\r\nX-Slow: ",
                "POST /user/login/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{",
                "GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n");
        List<Socket> slow = new ArrayList<>();
        try {
            for (int client = 0; client < SLOW_CLIENTS; client++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
                slow.add(socket);
                socket.getOutputStream()
                        .write(starts.get(client % starts.size()).getBytes(StandardCharsets.US_ASCII));
            }

            assertThat(raw("GET /v1/me").status()).isEqualTo(401);
            assertThat(service.api().signUp("quick").get("/v1/me").status()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void optionsListsMethodsToAuthorisedCallers() {
        Map<String, Integer> expected = Map.of(
                "/nowhere",
                404,
                "/user/login/",
                200,
                "/message/anna/",
                401,
                "/v1/me",
                200,
                "/v1/nowhere",
                404,
                "*",
                404);

        expected.forEach((path, status) -> {
            ApiResponse answer = raw("OPTIONS " + path);

            assertThat(answer.status()).as(path).isEqualTo(status);
            assertThat(answer.header("Allow").isPresent()).as(path).isEqualTo(status == 200);
        });
    }

    @Test
    void nothingIsTracedOrTunnelled() {
        for (int port : List.of(service.port(), service.adminPort())) {
            ApiResponse trace = RawHttpClient.exchange(
                    port, "TRACE / HTTP/1.1\r\nHost: localhost\r\nX-Canary: echo\r\nConnection: close\r\n\r\n");

            assertThat(trace.status()).isEqualTo(405);
            assertThat(trace.toString()).doesNotContain("echo");
            assertThat(new SlowClient("CONNECT example.org:80 HTTP/1.1\r\nHost: example.org:80\r\n\r\n", "")
                            .isEndedBy(port))
                    .isTrue();
        }
        assertThat(raw("CONNECT example.org:80").header("Connection")).contains("close");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /", "GET /nowhere", "TRACE /", "GET /%zz", "GET /<b>", "POST /tasks/nowhere", "GET /docs"})
    void responsesDoNotNameTheServerSoftware(String request) {
        for (int port : List.of(service.port(), service.adminPort())) {
            ApiResponse answer =
                    RawHttpClient.exchange(port, request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(answer.headers()).doesNotContainKeys("Server", "X-Powered-By", "Via");
            assertThat(answer.text().isEmpty()
                            || answer.header("X-Content-Type-Options").isPresent())
                    .as(answer.toString())
                    .isTrue();
            assertThat(answer.text())
                    .doesNotContainIgnoringCase("jetty")
                    .doesNotContainIgnoringCase("dropwizard")
                    .doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void pagesCannotBeFramedOrRedirect() {
        ApiResponse docs = raw("GET /docs");
        ApiResponse admin = service.admin().get("/");

        assertThat(List.of(docs, admin)).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'");
            assertThat(page.header("X-Frame-Options")).contains("DENY");
            assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        });
    }

    private static ApiResponse raw(String request) {
        return RawHttpClient.exchange(
                service.port(), request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }
}
