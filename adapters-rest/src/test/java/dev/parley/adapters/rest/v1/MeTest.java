package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DropwizardExtensionsSupport.class)
final class MeTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));

    private final V1Server server = V1Server.at(SERVER);

    @Test
    void accountOfTheCallerIsReturned() {
        server.register("ann");
        JsonNode login = server.login("ann", V1Server.PASSWORD);
        assertThat(server.get("/v1/me", login.get("token").asText()).body())
                .isEqualTo("{\"username\":\"ann\",\"created_at\":\"2026-11-22T10:15:30.123456Z\",\"session_id\":\"%s\"}"
                        .formatted(login.get("session_id").asText()));
    }

    @Test
    void newPasswordEndsAllOtherSessions() {
        String token = server.newcomer("bea");
        String other = server.token("bea");

        Answer answer = change(token, V1Server.PASSWORD, "another password");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(server.get("/v1/me", token).status()).isEqualTo(200);
        assertThat(server.get("/v1/me", other).status()).isEqualTo(401);
        assertThat(server.login("bea", V1Server.PASSWORD).get("code").asText()).isEqualTo("invalid_credentials");
        assertThat(server.login("bea", "another password").has("token")).isTrue();
    }

    @Test
    void passwordChangeRequiresTheCurrentPassword() {
        String token = server.newcomer("cem");
        Answer answer = change(token, "a guess", "another password");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(Json.of(answer).get("code").asText()).isEqualTo("wrong_password");
        assertThat(server.login("cem", V1Server.PASSWORD).has("token")).isTrue();
    }

    private Answer change(String token, String current, String next) {
        return server.post("/v1/me/password", "{\"current\":\"%s\",\"new\":\"%s\"}".formatted(current, next), token);
    }
}
