package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.testkit.ConcurrentRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The edge of the service to the network, with the connectors that config.yml has as examples, an origin that is allowed,
 * and little patience.
 */
final class HttpEdgeTest {

    private static final String POST = "POST /user/login/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final SlowClient HANDSHAKE = new SlowClient("\26\3\1\77\377\1", "");
    private static final String BUNDLE = "GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final int BEATS = 3;

    /** Longer than the idle time. To see whether a connection is open, the test sends a byte, which restarts that time. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** Two of them are well within requestTimeout, and each ten times what two bytes have at a hundred in a second. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    @AutoClose
    private static InProcessService service;

    private static Path keyStore;

    @BeforeAll
    static void start(@TempDir Path home) throws IOException, InterruptedException {
        keyStore = KeyStoreFile.in(home);
        service = InProcessService.start(home, EdgeConfig.in(home, keyStore));
    }

    @AfterAll
    static void theServiceIsNoneTheWorse() {
        assertThat(service.admin().get("/healthcheck").status()).isEqualTo(200);
        assertThat(service.log()).doesNotContain(" ERROR ").doesNotContain(KeyStoreFile.PASSWORD);
    }

    /** All at once, so that their waiting is not added up. */
    @Test
    void silentClientsAndSlowBodiesAreEnded() {
        List<SlowClient> clients = List.of(
                new SlowClient("", ""),
                new SlowClient("G", ""),
                new SlowClient("GET /docs HTTP/1.1\r\nHost: x\r\n\r\n", ""),
                new SlowClient("GET /docs HTTP/1.1\r\nHost: x\r\n\r\nGET /docs HTTP/1.1\r\nHost: x\r\n", ""),
                new SlowClient(POST + "Content-Length: 900000\r\n\r\n{", ""),
                new SlowClient(POST + "Content-Length: 900000\r\n\r\n{", "x"),
                new SlowClient(POST + "Content-Length: 900000\r\n\r\n{", " ".repeat(100)),
                new SlowClient(POST + "Transfer-Encoding: chunked\r\n\r\n", "64\r\n" + " ".repeat(100) + "\r\n"),
                new SlowClient(POST + "Transfer-Encoding: chunked\r\n\r\n", "1"));

        ConcurrentRun.of(clients.size() + 1, 1)
                .run((client, step) -> assertThat(
                                client < clients.size()
                                        ? clients.get(client).isEndedBy(service.port())
                                        : HANDSHAKE.isEndedBy(service.port(1)))
                        .as("client %d", client)
                        .isTrue());

        await().until(() -> service.log()
                        .lines()
                        .filter(line -> line.contains("POST /user/login/ "))
                        .count()
                >= 5);
    }

    /** However small it is: networks lose packets, and machines stand still. */
    @Test
    void aBodyMayComeInPiecesWithPausesBetweenThem() {
        String body = "{\"username\":\"pausing\",\"password\":\"specialPassword\"}";
        String head = "POST /v1/users HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ";

        ApiResponse answer = RawHttpClient.exchange(
                service.port(),
                PAUSE,
                head + body.length() + "\r\n\r\n" + body.substring(0, 1),
                body.substring(1, 2),
                body.substring(2));

        assertThat(answer.status()).isEqualTo(201);
    }

    /** More than fits between the two of them. */
    @Test
    void clientsThatDoNotReadTheirResponsesAreEnded() throws Exception {
        byte[] requests = BUNDLE.repeat(8).getBytes(StandardCharsets.US_ASCII);
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), service.port());
                Socket encrypted = KeyStoreFile.trusting(keyStore)
                        .getSocketFactory()
                        .createSocket(InetAddress.getLoopbackAddress(), service.port(1))) {
            for (Socket client : List.of(plain, encrypted)) {
                client.getOutputStream().write(requests);
            }

            await().pollInterval(SILENCE)
                    .atMost(SILENCE.multipliedBy(4))
                    .untilAsserted(() -> assertThat(List.of(EdgeLoad.isBroken(plain), EdgeLoad.isBroken(encrypted)))
                            .as("plain, encrypted")
                            .containsExactly(true, true));
        }
    }

    @Test
    void aStreamMayTakeItsTime() throws IOException, InterruptedException {
        Api anna = service.api().signUp("anna");

        try (InputStream stream =
                anna.follow(service.api().base(), anna.eventCursor()).body()) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            assertThat(lines.lines().filter(line -> line.startsWith(":")).limit(BEATS))
                    .hasSize(BEATS);
        }
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void theExamplesOfOtherConnectorsWork(HttpClient.Version version) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .version(version)
                .sslContext(KeyStoreFile.trusting(keyStore))
                .build()) {
            for (String root : List.of("https://localhost:" + service.port(1), "http://127.0.0.1:" + service.port(2))) {
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create(root + "/v1/me")).build();
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

                assertThat(answer.version()).as(root).isEqualTo(version);
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.headers().firstValue("Server")).isEmpty();
            }
        }
    }

    /** Jetty keeps some of them, for which a stop would wait: ADR 0018. */
    @Test
    void sessionsOfClientsThatLeaveWithTheirAnswerAreRemoved() {
        ConcurrentRun.of(4, 250).run((client, step) -> EdgeLoad.upgradeAndLeave(service.port(2)));

        await().untilAsserted(() -> assertThat(service.http2Sessions()).isZero());
    }

    @Test
    void aPageOfAnAllowedOriginMayCall() {
        for (String origin : List.of("https://app.example", "http://localhost:3000")) {
            ApiResponse preflight = preflight(origin);
            ApiResponse answer = raw("GET /v1/me", "Origin: " + origin);

            assertThat(preflight.status()).isEqualTo(200);
            assertThat(preflight.header("Access-Control-Allow-Methods").orElseThrow())
                    .contains("PUT", "PATCH", "DELETE");
            assertThat(preflight.header("Access-Control-Allow-Headers").orElseThrow())
                    .contains("Authorization", "Idempotency-Key");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Access-Control-Expose-Headers").orElseThrow())
                    .contains("Retry-After");
            assertThat(List.of(preflight, answer)).allSatisfy(one -> {
                assertThat(one.header("Access-Control-Allow-Origin")).contains(origin);
                assertThat(one.header("Access-Control-Allow-Credentials")).isEmpty();
                assertThat(one.header("Vary")).contains("Origin");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://appxexample", "https://app.example.evil", "http://app.example", "null", "*"})
    void noOtherPageMay(String origin) {
        for (ApiResponse answer : List.of(preflight(origin), raw("GET /v1/me", "Origin: " + origin))) {
            assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control-"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999", "chunked"})
    void aBodyThatIsFarTooLargeIsRefusedAndNotReadToItsEnd(String length) {
        String head = POST + (length.equals("chunked") ? "Transfer-Encoding: chunked" : "Content-Length: " + length);

        assertThat(Flood.of(head + "\r\n\r\n", "10000\r\n" + "x".repeat(65_536) + "\r\n")
                        .against(service.port()))
                .contains("HTTP/1.1 413");
    }

    private static ApiResponse preflight(String origin) {
        return raw(
                "OPTIONS /v1/me",
                "Origin: " + origin,
                "Access-Control-Request-Method: PATCH",
                "Access-Control-Request-Headers: authorization, content-type");
    }

    private static ApiResponse raw(String request, String... headers) {
        return RawHttpClient.exchange(
                service.port(),
                request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n");
    }
}
