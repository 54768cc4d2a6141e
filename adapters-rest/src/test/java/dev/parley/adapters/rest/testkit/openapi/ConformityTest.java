package dev.parley.adapters.rest.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that the comparison with the document finds differences. */
final class ConformityTest {

    private static final String USER = "{\"username\":\"ann\",\"created_at\":\"2026-11-22T10:15:30.123456Z\"}";
    private static final String LOGIN = "{\"username\":\"ann\",\"password\":\"correct horse battery\"}";
    private static final String MISSING =
            "{\"type\":\"urn:x\",\"title\":\"t\",\"status\":404,\"detail\":\"d\",\"code\":\"user_not_found\"}";

    private final Conformity conformity = new Conformity(
            RestServer.over(InMemoryParley.empty(TestClock.standing())).document());

    @Test
    void describedExchangesPass() {
        assertThat(flaws("GET", "/v1/users/ann", "", 200, "application/json", USER))
                .isEmpty();
        assertThat(flaws("GET", "/v1/users/ann", "", 404, "application/problem+json", MISSING))
                .isEmpty();
        assertThat(flaws("HEAD", "/v1/users/ann", "", 200, "application/json", ""))
                .isEmpty();
        assertThat(flaws("OPTIONS", "/v1/users/ann", "", 200, "", "")).isEmpty();
        assertThat(flaws("PATCH", "/v1/users/ann", "", 405, "", "")).isEmpty();
        assertThat(flaws("GET", "/v1/nothing", "", 404, "", "")).isEmpty();
        assertThat(flaws("DELETE", "/v1/sessions/current", "", 204, "", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /v1/nothing          | 200 | the path is not in the document
            PATCH  | /v1/users/ann        | 200 | the operation is not in the document
            GET    | /v1/users/ann        | 409 | the status is not in the document
            DELETE | /v1/sessions         | 204 | no except
            """)
    void undescribedExchangeIsFound(String method, String path, int status, String flaw) {
        assertThat(flaws(method, path, "", status, "", "")).contains(flaw);
    }

    @Test
    void invalidBodyIsFound() {
        assertThat(flaws("DELETE", "/v1/sessions/current", "", 204, "application/json", "{}"))
                .contains("no body");
        assertThat(flaws("GET", "/v1/users/ann", "", 200, "text/html", USER)).contains("the media type");
        assertThat(answered(USER.replace("\"username\"", "\"id\":1,\"username\"")))
                .contains("'id'");
        assertThat(answered(USER.replace("123456Z", "Z"))).contains("created_at");
        assertThat(answered("{\"username\":\"ann\"}")).contains("created_at");
        assertThat(answered(USER.replace("\"ann\"", "null"))).contains("username");
    }

    @Test
    void undescribedProblemCodeIsFound() {
        String another = MISSING.replace("user_not_found", "session_not_found");
        assertThat(flaws("GET", "/v1/users/ann", "", 404, "application/problem+json", another))
                .contains("/code");
    }

    @Test
    void missingHeaderIsFound() {
        String unauthenticated =
                MISSING.replace("user_not_found", "invalid_token").replace("404", "401");
        assertThat(flaws("GET", "/v1/users/ann", "", 401, "application/problem+json", unauthenticated))
                .contains("WWW-Authenticate");
    }

    @Test
    void acceptedInvalidRequestIsFound() {
        String session = "{\"session_id\":\"1\",\"token\":\"%s\",\"expires_at\":\"2026-11-22T10:15:30.123456Z\"}"
                .formatted("0".repeat(40));
        assertThat(flaws("POST", "/v1/sessions", LOGIN, 201, "application/json", session))
                .isEmpty();
        assertThat(flaws("POST", "/v1/sessions", "{\"username\":\"ann\"}", 201, "application/json", session))
                .contains("took a request in spite of");
        assertThat(flaws("GET", "/v1/blocks?limit=201", "", 200, "application/json", "{\"items\":[],\"next\":null}"))
                .contains("took a request in spite of");
        assertThat(flaws("GET", "/v1/blocks?limit=200", "", 200, "application/json", "{\"items\":[],\"next\":null}"))
                .isEmpty();
    }

    @Test
    void undescribedEventIsFound() {
        String fresh = "retry: 1\n\nid: x\nevent: fresh\ndata: {\"cursor\":\"x\"}\n\n";
        assertThat(streamed(fresh + ": heartbeat\n\nevent: cut")).isEmpty();
        assertThat(streamed(fresh + "event: surprise\ndata: {}\n\n")).contains("the event is not in the document");
        assertThat(streamed(fresh.replace("\"cursor\":\"x\"", "\"cursor\":1"))).contains("cursor");
        assertThat(streamed("event: block.created\ndata: {\"seq\":1,\"type\":\"block.created\","
                        + "\"at\":\"2026-11-22T10:15:30.123456Z\",\"data\":{\"username\":\"bea\",\"by\":1}}\n\n"))
                .contains("'by'");
    }

    private String answered(String body) {
        return flaws("GET", "/v1/users/ann", "", 200, "application/json", body);
    }

    private String streamed(String text) {
        return flaws("GET", "/v1/events/stream", "", 200, "text/event-stream;charset=utf-8", text);
    }

    private String flaws(String method, String target, String sent, int status, String contentType, String received) {
        String[] parts = (target + "?").split("[?]", -1);
        Map<String, String> headers = contentType.isEmpty() ? Map.of() : Map.of("content-type", contentType);
        Exchange exchange = new Exchange(method, parts[0], parts[1], Map.of(), sent, status, headers, received);
        return String.join("\n", conformity.flaws(exchange));
    }
}
