package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class SessionsTest {

    private static final TestClock CLOCK = TestClock.standing();
    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(CLOCK));

    private V1Server server;
    private String token;

    @BeforeEach
    void login() {
        server = V1Server.at(SERVER);
        token = server.newcomer("ann");
        server.send("DELETE", "/v1/sessions?except=current", token);
    }

    @Test
    void loginCreatesASession() {
        Answer answer = server.post("/v1/sessions", V1Server.credentials("ann", V1Server.PASSWORD));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(Json.of(answer).fieldNames()).toIterable().containsExactly("session_id", "token", "expires_at");
        assertThat(Json.of(answer).get("session_id").isTextual()).isTrue();
        assertThat(Json.of(answer).get("token").asText()).matches("[0-9a-f]{40}");
        assertThat(Json.of(answer).get("expires_at").asText()).endsWith(":30.123456Z");
    }

    @Test
    void wrongPasswordAndUnknownNameAreIndistinguishable() {
        Answer wrong = server.post("/v1/sessions", V1Server.credentials("ann", "wrong"));
        Answer unknown = server.post("/v1/sessions", V1Server.credentials("not a name", "wrong"));
        Answer tooLong = server.post("/v1/sessions", V1Server.credentials("ann", "x".repeat(129)));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(tooLong.body()).isEqualTo(wrong.body());
    }

    @Test
    void lastSeenSessionIsFirst() {
        CLOCK.advance(Duration.ofMinutes(1));
        JsonNode phone = Json.of(server.post(
                "/v1/sessions",
                "{\"username\":\"ann\",\"password\":\"%s\",\"device_name\":\"Ann's 📱\"}"
                        .formatted(V1Server.PASSWORD)));
        JsonNode items = Json.of(server.get("/v1/sessions", token)).get("items");

        assertThat(items).hasSize(2);
        assertThat(items.get(0).fieldNames())
                .toIterable()
                .containsExactly("id", "device_name", "address", "created_at", "last_seen_at", "expires_at", "current");
        assertThat(items.get(0).get("id")).isEqualTo(phone.get("session_id"));
        assertThat(items.get(0).get("device_name").asText()).isEqualTo("Ann's 📱");
        assertThat(items.get(0).get("address").asText()).isEqualTo("127.0.0.1");
        assertThat(items.get(0).get("expires_at")).isEqualTo(phone.get("expires_at"));
        assertThat(items.get(0).get("current").asBoolean()).isFalse();
        assertThat(items.get(1).get("device_name").isNull()).isTrue();
        assertThat(items.get(1).get("current").asBoolean()).isTrue();
    }

    @Test
    void usedSessionMovesToTheFront() {
        CLOCK.advance(Duration.ofHours(2));
        server.token("ann");
        CLOCK.advance(Duration.ofHours(2));
        JsonNode first = Json.of(server.get("/v1/sessions?limit=1", token)).at("/items/0");
        assertThat(first.get("current").asBoolean()).isTrue();
        assertThat(first.get("last_seen_at")).isNotEqualTo(first.get("created_at"));
    }

    @Test
    void sessionCanBeRevokedById() {
        JsonNode other = server.login("ann", V1Server.PASSWORD);
        String path = "/v1/sessions/" + other.get("session_id").asText();
        Answer answer = server.send("DELETE", path, token);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(server.get("/v1/me", other.get("token").asText()).status()).isEqualTo(401);
        assertThat(server.send("DELETE", path, token).status()).isEqualTo(404);
    }

    @Test
    void currentSessionCanBeRevokedById() {
        JsonNode own = server.login("ann", V1Server.PASSWORD);
        String used = own.get("token").asText();
        assertThat(server.send("DELETE", "/v1/sessions/" + own.get("session_id").asText(), used)
                        .status())
                .isEqualTo(204);
        assertThat(server.get("/v1/me", used).status()).isEqualTo(401);
        assertThat(server.get("/v1/me", token).status()).isEqualTo(200);
    }

    @Test
    void sessionOfAnotherUserIsNotFound() {
        server.register("bea");
        String path = "/v1/sessions/"
                + server.login("bea", V1Server.PASSWORD).get("session_id").asText();
        Answer others = server.send("DELETE", path, token);
        assertThat(others.status()).isEqualTo(404);
        assertThat(others.body())
                .isEqualTo(server.send("DELETE", "/v1/sessions/999999", token).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "01", "+1", "x", "1;a=1", "%31%00", "9223372036854775808", "Current", "%D9%A1"})
    void malformedIdIsNotFound(String id) {
        Answer answer = server.send("DELETE", "/v1/sessions/" + id, token);
        assertThat(answer.status()).isEqualTo(id.contains("%00") ? 400 : 404);
    }

    @Test
    void logoutEndsTheCurrentSession() {
        assertThat(server.send("DELETE", "/v1/sessions/current", token).status())
                .isEqualTo(204);
        assertThat(server.get("/v1/me", token).status()).isEqualTo(401);
    }

    @Test
    void allOtherSessionsCanBeRevoked() {
        String other = server.token("ann");
        assertThat(server.send("DELETE", "/v1/sessions?except=current", token).status())
                .isEqualTo(204);
        assertThat(server.get("/v1/me", other).status()).isEqualTo(401);
        assertThat(server.get("/v1/me", token).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?except=", "?except=1", "?except=Current", "?except=current&except=x"})
    void unknownScopeRevokesNothing(String query) {
        String other = server.token("ann");
        Answer answer = server.send("DELETE", "/v1/sessions" + query, token);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Json.of(answer).get("code").asText()).isEqualTo("bad_parameter");
        assertThat(server.get("/v1/me", other).status()).isEqualTo(200);
    }
}
