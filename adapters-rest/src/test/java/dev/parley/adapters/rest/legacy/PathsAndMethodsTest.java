package dev.parley.adapters.rest.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class PathsAndMethodsTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));
    private static final String NOT_FOUND = "{\"detail\":\"Not found.\"}";
    private static final String EMPTY = "{\"count\":0,\"next\":null,\"previous\":null,\"results\":[]}";

    private LegacyServer server;
    private String token;

    @BeforeEach
    void login() {
        server = LegacyServer.at(SERVER);
        token = server.newcomer("bob");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/user/login;x/",
                "/user/logout;/",
                "/",
                "/nope",
                "/message",
                "/message/",
                "/message//",
                "//message/bob/",
                "/message/bob//",
                "/message/bob/x",
                "/user/block//",
                "/user/",
                "/message/a%2Fb/x"
            })
    void unknownPathIsNotFoundWithoutAuthentication(String path) {
        Answer answer = server.http().send(Request.of("GET", path));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(NOT_FOUND);
        assertThat(answer.header("content-type")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/message/Bob/",
                "/message/%20bob/",
                "/message/bo+b/",
                "/message/bob;a=1/",
                "/message/bob;/",
                "/message/%FF/",
                "/message/%2562ob/",
                "/message/a%2Fb/",
                "/message/%2e/",
                "/message/../",
                "/message/%0A/",
                "/message/b\\ob/"
            })
    void unknownNameIsNotFoundForAuthenticatedCallers(String path) {
        assertThat(server.http().send(Request.of("GET", path)).status()).isEqualTo(401);
        Answer answer = server.get(path, token);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(NOT_FOUND);
        assertThat(server.post(path, "{}", token).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/message/%ZZ/", "/message/%00/", "/message/%4/"})
    void malformedPathIsRefusedInTheErrorFormat(String path) {
        Answer answer = server.get(path, token);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Json.of(answer).get("detail").asText()).isEqualTo("Bad Request.");
        assertThat(answer.header("content-type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/message/bob/", "/message/bob", "/message/%62ob/", "/message/b%6fb"})
    void nameIsDecodedOnceAndTheSlashIsOptional(String path) {
        assertThat(server.get(path, token).body()).isEqualTo(EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user/login", "/user/register"})
    void slashIsOptionalWithoutAName(String path) {
        assertThat(server.post(path, "[]").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/user/register/ | POST, OPTIONS",
                "/user/login | POST, OPTIONS",
                "/user/logout/ | POST, OPTIONS",
                "/user/block/bob/ | POST, OPTIONS",
                "/user/unblock/bob/ | POST, OPTIONS",
                "/message/bob/ | GET, POST, HEAD, OPTIONS",
            })
    void wrongMethodReturns405WithAllow(String path, String allowed) {
        Answer refusal = server.http().send(Request.of("DELETE", path).as(token));
        assertThat(refusal.status()).isEqualTo(405);
        assertThat(refusal.body()).isEqualTo("{\"detail\":\"Method \\\"DELETE\\\" not allowed.\"}");
        assertThat(refusal.header("allow")).contains(allowed);

        Answer options = server.http().send(Request.of("OPTIONS", path).as(token));
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.body()).isEmpty();
        assertThat(options.header("allow")).contains(allowed);
        assertThat(options.header("content-type")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/user/login/, 200", "/user/block/bob/, 401", "/message/bob/, 401"})
    void optionsWithoutATokenDoesNotListMethods(String path, int status) {
        Answer options = server.http().send(Request.of("OPTIONS", path));

        assertThat(options.status()).isEqualTo(status);
        assertThat(options.header("allow").isPresent()).isEqualTo(status == 200);
    }

    @ParameterizedTest
    @CsvSource({
        "/user/register/, 405",
        "/user/login/, 405",
        "/user/logout/, 401",
        "/user/block/bob/, 401",
        "/user/unblock/bob/, 401",
        "/message/bob/, 401",
    })
    void wrongMethodWithoutATokenIsUnauthenticated(String path, int status) {
        Answer answer = server.http().send(Request.of("PUT", path).body("x"));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("www-authenticate").isPresent()).isEqualTo(status == 401);
        assertThat(answer.header("allow").isPresent()).isEqualTo(status == 405);

        Answer stale = server.http().send(Request.of("PUT", path).as("stale"));
        assertThat(stale.status()).isEqualTo(401);
        assertThat(stale.body()).isEqualTo("{\"detail\":\"Invalid token.\"}");
        assertThat(stale.header("www-authenticate")).contains("Token");
        assertThat(stale.header("allow")).isEmpty();
    }

    @Test
    void headRespondsAsGetWithoutABody() {
        Answer answer = server.http().send(Request.of("HEAD", "/message/bob/").as(token));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("content-length")).contains(Integer.toString(EMPTY.length()));
        assertThat(server.http().send(Request.of("HEAD", "/user/login/")).status())
                .isEqualTo(405);
    }

    @Test
    void noApiDescriptionIsServed() {
        assertThat(server.get("/application.wadl", token).status()).isEqualTo(404);
    }
}
