package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class UsersTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));
    private static final String ANN = "{\"username\":\"ann\",\"created_at\":\"2026-11-22T10:15:30.123456Z\"}";

    private V1Server server;
    private String token;

    @BeforeEach
    void login() {
        server = V1Server.at(SERVER);
        token = server.newcomer("ann");
    }

    @Test
    void registrationReturnsTheUser() {
        Answer answer = server.register("bea");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo(ANN.replace("ann", "bea"));
        assertThat(answer.header("content-type")).contains("application/json");
        assertThat(answer.header("cache-control")).contains("no-store");
        assertThat(server.register("bea").status()).isEqualTo(409);
        assertThat(server.register("Bea").status()).isEqualTo(409);
    }

    @Test
    void anyAuthenticatedUserMayLookUpAUser() {
        assertThat(server.get("/v1/users/ann", server.newcomer("curious")).body())
                .isEqualTo(ANN);
    }

    @Test
    void searchFindsUsersByPrefix() {
        for (String name : new String[] {"zoe", "zo", "zoE_3", "zoë", "zoe_2", "z%"}) {
            server.register(name);
        }
        assertThat(Json.texts(Json.of(server.get("/v1/users?prefix=zo", token)).get("items"), "username"))
                .containsExactly("zo", "zoe", "zoe_2", "zoE_3", "zoë");
        assertThat(server.get("/v1/users?prefix=ann", token).body())
                .isEqualTo("{\"items\":[" + ANN + "],\"next\":null}");
    }

    @ParameterizedTest
    @CsvSource({"'', required", "?prefix=, blank", "?prefix, blank", "?limit=5, required"})
    void searchWithoutAPrefixIsRefused(String query, String error) {
        Answer answer = server.get("/v1/users" + query, token);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(Json.of(answer).at("/errors/0/field").asText()).isEqualTo("prefix");
        assertThat(Json.of(answer).at("/errors/0/code").asText()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"%00", "%25", "%2F", "%20", "%FF", "%zz", "a%00"})
    void prefixWithoutAMatchReturnsAnEmptyList(String prefix) {
        assertThat(server.get("/v1/users?prefix=" + prefix, token).body()).isEqualTo("{\"items\":[],\"next\":null}");
    }

    @Test
    void usersAreSharedWithTheLegacyApi() {
        String json = V1Server.credentials("ann", V1Server.PASSWORD);
        Answer login = server.post("/user/login/", json);
        assertThat(login.status()).isEqualTo(200);
        String classic = Json.of(login).get("token").asText();
        assertThat(server.get("/v1/me", classic).status()).isEqualTo(200);
        assertThat(server.post("/user/register/", json).body())
                .isEqualTo("{\"username\":[\"A user with that username already exists.\"]}");
    }
}
