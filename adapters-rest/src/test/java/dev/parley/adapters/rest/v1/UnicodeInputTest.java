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
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that look alike or are invisible. JSON bodies contain them as escapes. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class UnicodeInputTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));
    private static final String COMPOSED = "p\\u00e4ssw\\u00f6rd123";
    private static final String DECOMPOSED = "pa\\u0308sswo\\u0308rd123";

    private V1Server server;
    private String token;

    @BeforeEach
    void login() {
        server = V1Server.at(SERVER);
        token = server.newcomer("ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "        ", "\\u00a0\\u2003\\t\\u3000\\u0085\\u2028 \\n ", "\\u3000\\u3000"})
    void passwordOfWhiteSpaceIsBlank(String password) {
        assertOneError(server.post("/v1/users", V1Server.credentials("blank", password)), "password", "blank");
        assertOneError(server.post("/v1/sessions", V1Server.credentials("ann", password)), "password", "blank");
        assertOneError(changePassword(V1Server.PASSWORD, password), "new", "blank");
        assertOneError(changePassword(password, V1Server.PASSWORD), "current", "blank");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u200b",
                "\\u2800",
                "\\u3164",
                "\\ufeff",
                "\\u200d\\u200e",
                "\\u00ad \\u2060\\u115f\\u1160\\uffa0",
                "\\ufe0f",
                "\\udb40\\udc41",
                "\\u0001",
                "\\u0085\\u3000"
            })
    void invisibleTextIsBlank(String text) {
        assertOneError(server.post(V1Server.messages("ann"), V1Server.content(text), token), "content", "blank");
        assertThat(server.post("/v1/sessions", onDevice(text)).body())
                .contains("{\"field\":\"device_name\",\"code\":\"blank\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\u2764\\ufe0f", "\\ud83d\\udc69\\u200d\\ud83d\\udc67", "\\u200ba", "1\\ufe0f\\u20e3", "\\u0301"
            })
    void visibleTextIsSentUnchanged(String text) {
        Answer answer = server.post(V1Server.messages("ann"), V1Server.content(text), token);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(Json.of(answer).get("content")).isEqualTo(Json.of("\"" + text + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u001b[31mX", "X\\u202e", "\\u009bX", "X\\u0007", "a\\nb", "a\\u2066b", "\\u200fa"})
    void deviceNameWithControlCharactersIsRefused(String name) {
        assertOneError(server.post("/v1/sessions", onDevice(name)), "device_name", "illegal_characters");
    }

    @Test
    void passwordMatchesInAnyUnicodeComposition() {
        server.post("/v1/users", V1Server.credentials("pia", COMPOSED));
        assertThat(server.post("/v1/sessions", V1Server.credentials("pia", DECOMPOSED))
                        .status())
                .isEqualTo(201);
        assertThat(server.post("/v1/sessions", V1Server.credentials("pia", COMPOSED))
                        .status())
                .isEqualTo(201);
        assertThat(server.post("/v1/sessions", V1Server.credentials("pia", "passwo\\u0308rd123"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void nameMatchesInAnyUnicodeComposition() {
        Answer registered = server.register("rene\\u0301");

        assertThat(registered.status()).isEqualTo(201);
        assertThat(Json.of(registered).get("username").asText()).isEqualTo("ren\u00e9");
        assertThat(server.register("ren\\u00e9").status()).isEqualTo(409);
        String rene = server.token("rene\\u0301");
        assertThat(server.get("/v1/users/rene%CC%81", token).status()).isEqualTo(200);
        assertThat(Json.texts(server.read("/v1/users?prefix=rene%CC%81", token).get("items"), "username"))
                .containsExactly("ren\u00e9");
        assertThat(server.post(V1Server.messages("rene%CC%81"), V1Server.content("hello"), token)
                        .status())
                .isEqualTo(201);
        assertThat(server.read(V1Server.messages("ren%C3%A9"), token).get("items"))
                .hasSize(1);
        assertThat(server.put("/v1/blocks/rene%CC%81", "", token).status()).isEqualTo(204);
        assertThat(server.send("DELETE", "/v1/blocks/ren%C3%A9", token).status())
                .isEqualTo(204);
        assertThat(server.read("/v1/me", rene).get("username").asText()).isEqualTo("ren\u00e9");
    }

    @Test
    void searchIgnoresCase() {
        server.register("zo\\u00e9");
        server.register("Zora");

        assertThat(Json.texts(server.read("/v1/users?prefix=ZO", token).get("items"), "username"))
                .containsExactly("Zora", "zo\u00e9");
        assertThat(Json.texts(server.read("/v1/users?prefix=zO%C3%89", token).get("items"), "username"))
                .containsExactly("zo\u00e9");
    }

    @Test
    void nameThatDiffersOnlyInCaseIsTaken() {
        server.register("\\u00c9mile");

        assertThat(Json.of(server.register("\\u00e9mile")).get("code").asText()).isEqualTo("username_taken");
        assertThat(server.get("/v1/users/%C3%A9mile", token).status()).isEqualTo(404);
    }

    private Answer changePassword(String current, String next) {
        return server.post("/v1/me/password", "{\"current\":\"%s\",\"new\":\"%s\"}".formatted(current, next), token);
    }

    private static String onDevice(String name) {
        return "{\"username\":\"ann\",\"password\":\"%s\",\"device_name\":\"%s\"}".formatted(V1Server.PASSWORD, name);
    }

    private static void assertOneError(Answer answer, String field, String code) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(Json.of(answer).get("errors")).hasSize(1);
        assertThat(Json.of(answer).at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(Json.of(answer).at("/errors/0/code").asText()).isEqualTo(code);
    }
}
