package dev.parley.adapters.rest.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.CollidingNames;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class LegacyBodiesTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));
    private static final String REQUIRED = "{\"content\":[\"This field is required.\"]}";
    private static final String HELLO = "{\"content\":\"hello\"}";
    private static final String TOO_LARGE = "{\"detail\":\"Request body exceeds 1048576 bytes.\"}";
    private static final int LIMIT = 1 << 20;

    private LegacyServer server;
    private String token;
    private Request send;

    @BeforeEach
    void login() {
        server = LegacyServer.at(SERVER);
        token = server.newcomer("cem");
        send = Request.of("POST", "/message/cem/").as(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=latin-1",
                "application/json;",
                "application/json ;charset"
            })
    void jsonIsReadWithAnyMediaTypeParameters(String type) {
        assertThat(server.http()
                        .send(send.body(HELLO).with("Content-Type", type))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "garbage",
                "application/",
                "application/json, text/plain",
                "application/vnd.api+json"
            })
    void errorNamesAnUnsupportedMediaType(String type) {
        Answer answer = server.http()
                .send(send.body(HELLO).with("Content-Type", type).with("Parley-Content-Type", "application/json"));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Unsupported media type \\\"" + type + "\\\" in request.\"}");
        Request anonymous = Request.of("POST", "/message/cem/").body(HELLO).with("Content-Type", type);
        assertThat(server.http().send(anonymous).status()).isEqualTo(401);
        assertThat(server.http().send(send.body("").with("Content-Type", type)).body())
                .isEqualTo(REQUIRED);
    }

    @Test
    void missingMediaTypeIsUnsupported() {
        assertThat(server.http().send(send.body("{}")).body())
                .isEqualTo("{\"detail\":\"Unsupported media type \\\"\\\" in request.\"}");
        assertThat(server.http().send(send).body()).isEqualTo(REQUIRED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json | {\"detail\":\"JSON parse error - Unrecognized token: line 1 column 1\"}",
                "{} {} | {\"detail\":\"JSON parse error - Extra data: line 1 column 4\"}",
                "{\"a\":1,\"a\":2} | {\"detail\":\"JSON parse error - Duplicate field name: line 1 column 8\"}",
                "` ` | {\"detail\":\"JSON parse error - Unexpected end of input: line 1 column 2\"}",
                "[] | {\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got list.\"]}",
                "1 | {\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got int.\"]}",
                "null | {\"non_field_errors\":[\"No data provided\"]}",
            })
    void invalidBodyIsExplained(String body, String answer) {
        assertThat(server.post("/message/cem/", body, token).body()).isEqualTo(answer);
        assertThat(server.post("/user/login/", body).body()).isEqualTo(answer);
        assertThat(server.post("/user/register/", body).body()).isEqualTo(answer);
    }

    @Test
    void bodyWithMoreThan64FieldsIsRejected() {
        String body = CollidingNames.object(41_500);
        String answer = "{\"detail\":\"JSON parse error - More than 64 fields: line 1 column 1602\"}";
        assertThat(server.post("/message/cem/", body, token).body()).isEqualTo(answer);
        assertThat(server.post("/user/login/", body).body()).isEqualTo(answer);
        assertThat(server.post("/user/register/", body).body()).isEqualTo(answer);
    }

    @Test
    void recipientIsLookedUpAfterParsingAndBeforeValidation() {
        assertThat(server.post("/message/nobody/", "{", token).status()).isEqualTo(400);
        assertThat(server.http()
                        .send(Request.of("POST", "/message/nobody/").as(token).body("x"))
                        .status())
                .isEqualTo(415);
        assertThat(server.post("/message/nobody/", "[]", token).status()).isEqualTo(404);
        assertThat(server.post("/message/nobody/", "{}", token).status()).isEqualTo(404);
    }

    @Test
    void invalidUtf8IsRejected() {
        byte[] body = HELLO.getBytes(StandardCharsets.UTF_8);
        body[14] = (byte) 0xC0;
        Answer answer =
                server.http().send(send.with("Content-Type", "application/json").body(body));
        assertThat(answer.body()).isEqualTo("{\"detail\":\"JSON parse error - Invalid UTF-8: line 1 column 15\"}");
    }

    @Test
    void bodyAboveTheMaximumSizeIsRejected() {
        String padding = " ".repeat(LIMIT - HELLO.length());
        assertThat(server.http().send(send.json(HELLO + padding)).status()).isEqualTo(201);
        Answer answer = server.http().send(send.json(HELLO + padding + " "));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo(TOO_LARGE);
        assertThat(server.http().send(send.json(" ".repeat(5 * LIMIT))).body()).isEqualTo(TOO_LARGE);
    }

    @Test
    void chunkedBodyAboveTheMaximumSizeIsRejected() {
        Request chunked = send.with("Content-Type", "application/json").with("Transfer-Encoding", "chunked");
        String hello = "%x\r\n%s\r\n0\r\n\r\n".formatted(HELLO.length(), HELLO);
        assertThat(server.http().send(chunk(chunked, hello)).status()).isEqualTo(201);
        String large = "%x\r\n%s\r\n0\r\n\r\n".formatted(LIMIT + 1, " ".repeat(LIMIT + 1));
        assertThat(server.http().send(chunk(chunked, large)).body()).isEqualTo(TOO_LARGE);
        assertThat(server.http().send(chunk(chunked, "0\r\n\r\n")).body()).isEqualTo(REQUIRED);
        assertThat(server.http().send(chunk(chunked, "nonsense\r\n")).status()).isEqualTo(400);
    }

    private static Request chunk(Request request, String octets) {
        return new Request(request.method(), request.path(), request.headers(), octets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user/block/cem/", "/user/unblock/cem/", "/user/logout/", "/nope/", "/message/cem/"})
    void connectionIsReusableAfterAnUnreadBody(String path) {
        String other = server.newcomer("cem");
        Request garbage = Request.of("POST", path)
                .as(path.contains("message") ? "bad" : other)
                .body("x".repeat(3 * LIMIT))
                .with("Content-Type", "garbage");
        String both = server.http()
                .sendBoth(garbage, Request.of("GET", "/message/cem/").as(token));
        assertThat(both)
                .doesNotContain("HTTP/1.1 5")
                .contains("HTTP/1.1 200 OK")
                .endsWith("]}");
    }

    @Test
    void refusedBodyMayArriveAfterItsHeaders() {
        Request late = Request.of("POST", "/nope/").json(HELLO);

        assertThat(server.http()
                        .sendBodyLater(late, Request.of("GET", "/message/cem/").as(token)))
                .contains("HTTP/1.1 404 Not Found", "HTTP/1.1 200 OK")
                .endsWith("]}");
    }

    @Test
    void refusedClientThatAnnouncesTooMuchGetsAResponseAtOnce() {
        List<Request> refused = List.of(
                Request.of("POST", "/nope/"),
                Request.of("POST", "/message/cem/"),
                Request.of("PUT", "/message/cem/").as(token),
                Request.of("POST", "/v1/conversations/cem/messages"));

        for (Request request : refused) {
            assertThat(server.http().sendWithoutTheRest(request, 90_000_000))
                    .startsWith("HTTP/1.1 40")
                    .contains("Connection: close");
        }
    }

    /** The response would be lost if the server closed the connection while the client is still sending. */
    @Test
    void refusedClientThatSendsTooMuchReceivesTheResponse() {
        Request vast = send.json(" ".repeat(7 * LIMIT));

        assertThat(server.http().send(vast).body()).isEqualTo(TOO_LARGE);
        assertThat(server.http().send(vast.with("Authorization", "Token bad")).status())
                .isEqualTo(401);
    }

    @Test
    void refusedRequestGetsNoContinue() {
        Request announced =
                Request.of("POST", "/nope/").with("Expect", "100-continue").with("Content-Length", "5");
        assertThat(server.http().send(announced).status()).isEqualTo(404);
    }

    @Test
    void responsesHaveTheFormatOfTheLegacyApi() {
        String content = "\"şIı 👋 \\ud83d\\udc4b / \\u2028 \\u0001\"";
        assertThat(server.post("/message/cem/", "{\"content\":" + content + "}", token)
                        .body())
                .contains("\"content\":\"şIı 👋 👋 / \\u2028 \\u0001\",\"creation_datetime\":\"2026-11-22T")
                .endsWith("Z\",\"read_datetime\":null}");
    }
}
