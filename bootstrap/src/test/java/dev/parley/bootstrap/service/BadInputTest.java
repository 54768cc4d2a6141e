package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid requests to the real server and the real database. */
final class BadInputTest {

    private static final int MEBIBYTE = 1 << 20;

    @AutoClose
    private static InProcessService service;

    private static Api anna;

    @BeforeAll
    static void start(@TempDir Path home) {
        service = InProcessService.start(home);
        anna = service.api().signUp("anna");
    }

    @AfterAll
    static void serviceStaysHealthy() {
        assertThat(service.admin().get("/healthcheck").status()).isEqualTo(200);
        assertThat(service.log()).doesNotContain(" ERROR ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud800", "\\udc00 alone", "\\ud83d", "", "   "})
    void unstorableContentIsRefused(String escaped) {
        assertRefused(anna.post("/message/anna/", "{\"content\": \"" + escaped + "\"}"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud800", "nul\\u0000"})
    void unstorableNamesAndPasswordsAreRefused(String escaped) {
        String name = "{\"username\": \"" + escaped + "\", \"password\": \"long enough\"}";
        String password = "{\"username\": \"somebody\", \"password\": \"long enough " + escaped + "\"}";

        assertRefused(service.api().post("/user/register/", name), 400);
        assertRefused(service.api().post("/user/register/", password), 400);
        assertRefused(service.api().post("/user/login/", name), 400);
        assertRefused(service.api().post("/user/login/", password), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDE00 \uD83D\uDC69\u200D\uD83D\uDCBB",
                "ı İ ß",
                "\u202Eright to left",
                "'; DROP TABLE message; --",
                "\\\\ \\n \\\""
            })
    void unusualTextIsReturnedUnchanged(String content) {
        ApiResponse sent = anna.post("/message/anna/", "{\"content\": \"" + content + "\"}");

        assertThat(sent.status()).isEqualTo(201);
        JsonNode stored = anna.history("anna").getLast();
        assertThat(stored.get("content")).isEqualTo(sent.json().get("content"));
        assertThat(stored.get("content").asText()).isEqualTo(content.translateEscapes());
    }

    @Test
    void contentAboveTheMaximumLengthIsRefused() {
        assertThat(anna.send("anna", "ü".repeat(65_536)).status()).isEqualTo(201);
        assertThat(anna.history("anna").getLast().get("content").asText()).isEqualTo("ü".repeat(65_536));
        assertRefused(anna.send("anna", "x".repeat(70_000)), 400);
    }

    @Test
    void bodyAboveOneMebibyteIsRefusedWithAndWithoutItsLength() {
        String body = "{\"content\": \"" + "x".repeat(MEBIBYTE) + "\"}";

        assertRefused(anna.post("/message/anna/", body), 413);
        assertRefused(
                anna.exchange(anna.request("/message/anna/")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                        .build()),
                413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/message/a%2Fb/",
                "/message/%00/",
                "/message/%FF/",
                "/message/%ZZ/",
                "/message/%/",
                "/message/../anna/",
                "/message/..%2F..%2Fetc/",
                "/message/.;/anna/",
                "/message/anna;x=y/z",
                "//message//anna",
                "/message/a\u0000b/",
                "/message/" + "/message/anna/?page=0",
                "/message/anna/?page=99999999999999999999999999",
                "/message/anna/?page=-9223372036854775808",
                "/message/anna/?page=%00",
                "/message/anna/?page=%FF",
                "/nothing/here",
                "/%2e%2e/%2e%2e/etc/passwd",
                "*",
                "/message/nobody\u00e9/"
            })
    void unusualRequestTargetIsRefused(String target) {
        ApiResponse answer = RawHttpClient.exchange(
                service.port(),
                "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Token "
                        + anna.token() + "\r\n\r\n");

        assertRefused(answer, answer.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE /user/login/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "CONNECT example.org:80 HTTP/1.1\r\nHost: example.org:80\r\nConnection: close\r\n\r\n",
                "BREW /message/anna/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /message/anna/ HTTP/1.1\r\nConnection: close\r\n\r\n",
                "no request at all\r\n\r\n",
                "\u0016\u0003\u0001\u0002 TLS?\r\n\r\n",
                "POST /user/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: ten\r\nConnection: close\r\n\r\n",
                "POST /user/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n"
                        + "Connection: close\r\n\r\n{}",
                "GET /message/anna/ HTTP/1.1\r\nHost: localhost\r\nBad Header\r\nConnection: close\r\n\r\n",
                "GET /message/anna/ HTTP/1.2\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /message/anna/ HTTP/2.0\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /message/anna/ HTTP\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST /v1/sessions HTTP/9.9\r\nHost: localhost\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}",
                "POST /user/login/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: x\r\n\r\n",
                "POST /user/login/ HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "POST /v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "POST /user/login/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void malformedRequestIsRefused(String request) {
        ApiResponse answer = RawHttpClient.exchange(service.port(), request);

        assertRefused(answer, answer.status());
    }

    @Test
    void tooLargeHeadersAreRefused() {
        String start = "GET /message/anna/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Large: ";

        assertRefused(RawHttpClient.exchange(service.port(), start + "x".repeat(20_000) + "\r\n\r\n"), 431);
        assertRefused(
                RawHttpClient.exchange(
                        service.port(),
                        "GET /message/" + "x".repeat(20_000)
                                + "/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
                414);
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, /v1/me, 405, method_not_allowed",
        "BREW, /v1/me, 405, method_not_allowed",
        "GET, /v1/users/%zz, 400, bad_request",
        "GET, /v1/users/%00, 400, bad_request",
        "GET, /v1/..;/x, 404, not_found"
    })
    void requestRefusedBeforeV1ReturnsAProblem(String method, String path, int status, String code) {
        assertProblem(
                RawHttpClient.exchange(
                        service.port(),
                        method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
                status,
                code);
    }

    @Test
    void tooLargeHeadersUnderV1ReturnAProblem() {
        String large = "x".repeat(20_000);
        String end = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

        assertProblem(
                RawHttpClient.exchange(service.port(), "GET /v1/me" + end + "X-Large: " + large + "\r\n\r\n"),
                431,
                "headers_too_large");
        assertProblem(
                RawHttpClient.exchange(service.port(), "GET /v1/users/" + large + end + "\r\n"), 414, "uri_too_long");
    }

    private static void assertProblem(ApiResponse answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.header("Allow").isPresent()).isEqualTo(status == 405);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
        assertThat(answer.header("X-Request-Id"))
                .contains(answer.json().get("request_id").asText());
    }

    /** The error is a sentence or sentences by field, never a page or a stack trace. Without a path it is a problem. */
    private static void assertRefused(ApiResponse answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status).isBetween(400, 499);
        assertThat(answer.header("X-Request-Id")).as(answer.toString()).isPresent();
        assertThat(answer.header("Content-Type").orElse("none"))
                .as(answer.toString())
                .matches("application/(problem[+])?json.*");
        assertThat(answer.json())
                .as(answer.toString())
                .isNotEmpty()
                .filteredOn(value -> !value.isInt())
                .allSatisfy(value -> {
                    List<String> sentences = value.isTextual()
                            ? List.of(value.asText())
                            : value.valueStream().map(JsonNode::asText).toList();
                    assertThat(sentences)
                            .isNotEmpty()
                            .allSatisfy(sentence -> assertThat(sentence)
                                    .isNotBlank()
                                    .doesNotContain("Exception", "org.", "dev.parley"));
                });
    }
}
