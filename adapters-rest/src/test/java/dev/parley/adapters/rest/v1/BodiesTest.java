package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.CollidingNames;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class BodiesTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));
    private static final String[] PATHS = {
        "/v1/users", "/v1/sessions", "/v1/me/password", "/v1/conversations/nobody/messages"
    };

    private V1Server server;
    private String token;

    @BeforeEach
    void login() {
        server = V1Server.at(SERVER);
        token = server.newcomer("ann");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | validation_failed | username required, password required",
                "{'username':null,'password':null} | validation_failed | username required, password required",
                "{'username':42,'password':12345678} | validation_failed | username wrong_type, password wrong_type",
                "{'username':true,'password':['x']} | validation_failed | username wrong_type, password wrong_type",
                "{'username':{'a':[1]},'password':1.5e3} | validation_failed | username wrong_type, password wrong_type",
                "{'username':'','password':''} | validation_failed | username blank, password blank",
                "{'username':' ','password':'good enough'} | validation_failed | username blank",
                "{'username':' x','password':'good enough'} | validation_failed | username illegal_characters",
                "{'username':'a/b','password':'short'} | validation_failed | username illegal_characters, password too_short",
                "{'username':'a\\u0000','password':'good enough'} | validation_failed | username illegal_characters",
                "{'username':'<151>','password':'good enough'} | validation_failed | username too_long",
                "{'username':'<151>!','password':'good enough'} | validation_failed | username illegal_characters, username too_long",
                "{'username':'bea','password':'    '} | weak_password | password blank",
                "{'username':'bea','password':'short'} | weak_password | password too_short",
                "{'username':'bea','password':'<129>'} | weak_password | password too_long",
                "{'username':'bea','password':'nul\\u0000 in it'} | weak_password | password unsafe_text",
                "{'username':'bea','password':'\\ud800\\u0000'} | weak_password | password too_short, password unsafe_text",
            })
    void invalidRegistrationReportsAllErrors(String json, String code, String errors) {
        assertRefused(server.post("/v1/users", body(json)), code, errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | username required, password required",
                "{'username':1,'password':false,'device_name':3} | username wrong_type, password wrong_type, device_name wrong_type",
                "{'username':'','password':''} | username blank, password blank",
                "{'username':'a\\u0000','password':'\\udfff'} | username unsafe_text, password unsafe_text",
                "{'username':'ann','password':'specialPassword','device_name':' '} | device_name blank",
                "{'username':'ann','password':'specialPassword','device_name':'<101>'} | device_name too_long",
                "{'username':'ann','password':'specialPassword','device_name':'\\u0000\\ud800'} | device_name unsafe_text",
            })
    void invalidLoginReportsAllErrors(String json, String errors) {
        assertRefused(server.post("/v1/sessions", body(json)), "validation_failed", errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | validation_failed | current required, new required",
                "{'current':7,'new':[]} | validation_failed | current wrong_type, new wrong_type",
                "{'current':'','new':'short'} | validation_failed | current blank, new too_short",
                "{'current':'wrong','new':'short'} | weak_password | new too_short",
                "{'current':'wrong','new':'<129>'} | weak_password | new too_long",
            })
    void invalidPasswordChangeReportsAllErrors(String json, String code, String errors) {
        assertRefused(server.post("/v1/me/password", body(json), token), code, errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | content required",
                "{'content':null} | content required",
                "{'content':42} | content wrong_type",
                "{'content':['x']} | content wrong_type",
                "{'content':''} | content blank",
                "{'content':' \\n\\t\\u2003'} | content blank",
                "{'content':'<65537>'} | content too_long",
                "{'content':'a\\u0000'} | content unsafe_text",
                "{'content':'\\udc00\\u0000'} | content unsafe_text",
                "{'content':'<65537>\\u0000'} | content too_long, content unsafe_text",
            })
    void invalidSendReportsAllErrors(String json, String errors) {
        for (String receiver : new String[] {"ann", "nobody"}) {
            Answer answer = server.post(V1Server.messages(receiver), body(json), token);
            assertRefused(answer, "validation_failed", errors);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | read_up_to required",
                "{'read_up_to':null} | read_up_to required",
                "{'read_up_to':7} | read_up_to wrong_type",
                "{'read_up_to':{}} | read_up_to wrong_type",
                "{'read_up_to':''} | read_up_to blank",
            })
    void invalidReceiptReportsAllErrors(String json, String errors) {
        for (String peer : new String[] {"ann", "nobody"}) {
            Answer answer = server.put("/v1/conversations/" + peer + "/receipts", body(json), token);
            assertRefused(answer, "validation_failed", errors);
        }
    }

    @Test
    void contentOfMaximumLengthKeepsItsBlanks() {
        String longest = " " + "👋".repeat(65_534) + "\\n";
        Answer answer = server.post(V1Server.messages("ann"), V1Server.content(longest), token);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(server.write("ann", " \\u2028x ", token).get("content").asText())
                .isEqualTo(" \u2028x ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "1", "1.5", "true", "null", "[[{\"username\":\"x\"}]]"})
    void nonObjectBodyIsRefused(String json) {
        for (String path : PATHS) {
            assertRefused(server.post(path, json, token), "validation_failed", " wrong_type");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | The body cannot be read as JSON: Unexpected end of input: line 1 column 2.",
                "{\"a\":1,} | The body cannot be read as JSON: Unexpected character: line 1 column 8.",
                "{} {} | The body cannot be read as JSON: Extra data: line 1 column 4.",
                "secret | The body cannot be read as JSON: Unrecognized token: line 1 column 1.",
                "`` | The body is empty.",
                "{\"a\":1,\"a\":2} | The body cannot be read as JSON: Duplicate field name: line 1 column 8.",
                "<many> | The body cannot be read as JSON: More than 64 fields: line 1 column 1602.",
                "` ` | The body cannot be read as JSON: Unexpected end of input: line 1 column 2.",
            })
    void malformedJsonIsReportedWithReasonAndPosition(String text, String detail) {
        String sent = text.equals("<many>") ? CollidingNames.object(41_500) : text;
        for (String path : PATHS) {
            Answer answer = server.post(path, sent, token);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(Json.of(answer).get("code").asText()).isEqualTo("malformed_json");
            assertThat(Json.of(answer).get("detail").asText()).isEqualTo(detail);
        }
    }

    @Test
    void emptyBodyIsMalformed() {
        Answer answer = server.http().send(Request.of("POST", "/v1/users"));
        assertThat(Json.of(answer).get("code").asText()).isEqualTo("malformed_json");
    }

    @Test
    void malformedChunksAreABadRequest() {
        String head = String.join(
                "\r\n",
                "POST /v1/users HTTP/1.1",
                "Host: x",
                "Transfer-Encoding: chunked",
                "Content-Type: application/json",
                "Connection: close",
                "",
                "zz",
                "");
        assertThat(server.http().exchange(head.getBytes(StandardCharsets.US_ASCII)))
                .startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "", "garbage", "application/x-www-form-urlencoded", "application/xml"})
    void otherMediaTypesAreUnsupported(String mediaType) {
        for (String path : PATHS) {
            Request request = V1Server.request("POST", path, token).body("{}").with("Content-Type", mediaType);
            Answer answer = server.http().send(request);
            assertThat(answer.status()).isEqualTo(415);
            assertThat(Json.of(answer).get("code").asText()).isEqualTo("unsupported_media_type");
        }
    }

    @Test
    void charsetParameterIsAllowed() {
        Request request = Request.of("POST", "/v1/sessions")
                .body(V1Server.credentials("ann", V1Server.PASSWORD))
                .with("Content-Type", "Application/JSON; charset=utf-8");
        assertThat(server.http().send(request).status()).isEqualTo(201);
    }

    @Test
    void bodyAboveOneMebibyteIsRejected() {
        String login = V1Server.credentials("ann", V1Server.PASSWORD);
        String padded = " ".repeat((1 << 20) - login.length()) + login;
        assertThat(server.post("/v1/sessions", padded).status()).isEqualTo(201);
        Answer answer = server.post("/v1/sessions", " " + padded);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(Json.of(answer).get("detail").asText()).isEqualTo("The body has more than 1048576 bytes.");
    }

    @Test
    void unknownFieldsOfAMessageAreIgnored() {
        String json = "{'id':'1','sender':'bea','content':'x','status':null,'y':[{}]}";
        Answer answer = server.post(V1Server.messages("ann"), body(json), token);
        assertThat(Json.of(answer).get("sender").asText()).isEqualTo("ann");
        assertThat(Json.of(answer).get("content").asText()).isEqualTo("x");
    }

    @Test
    void unknownFieldsAreIgnored() {
        String json = "{'x':null,'username':'ann','password':'specialPassword','y':{'password':[1]},'z':1e999}";
        assertThat(server.post("/v1/sessions", body(json)).status()).isEqualTo(201);
    }

    @Test
    void unexpectedBodyIsIgnored() {
        Request request = V1Server.request("PUT", "/v1/blocks/ann", token).body("garbage");
        assertThat(server.http().send(request).status()).isEqualTo(204);
    }

    private static void assertRefused(Answer answer, String code, String errors) {
        assertThat(answer.status()).isEqualTo(422);
        JsonNode problem = Json.of(answer);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        List<String> found = new ArrayList<>();
        problem.get("errors")
                .forEach(error -> found.add(
                        error.get("field").asText() + " " + error.get("code").asText()));
        assertThat(String.join(", ", found).strip()).isEqualTo(errors.strip());
        assertThat(Json.texts(problem.get("errors"), "message")).allMatch(message -> message.endsWith("."));
    }

    /** With real quotation marks, and with texts of the stated lengths. */
    private static String body(String json) {
        String quoted = json.replace('\'', '"');
        for (int length : new int[] {101, 129, 151, 65_537}) {
            quoted = quoted.replace("<" + length + ">", "ş".repeat(length));
        }
        return quoted;
    }
}
