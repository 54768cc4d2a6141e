package dev.parley.adapters.rest.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
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
final class LegacyUnicodeInputTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));
    private static final String BLANK = "{\"password\":[\"This field may not be blank.\"]}";

    private LegacyServer server;
    private String token;

    @BeforeEach
    void login() {
        server = LegacyServer.at(SERVER);
        token = server.newcomer("dilek");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "        ", "\\u00a0\\u2003\\t\\u3000\\u0085\\u2028 \\n ", "\\u001c\\u001f"})
    void passwordOfWhiteSpaceIsBlank(String password) {
        assertThat(server.register("blank", password).body()).isEqualTo(BLANK);
        assertThat(server.login("dilek", password).body()).isEqualTo(BLANK);
    }

    /** As Python's {@code str.strip()}, which removes white space only. */
    @ParameterizedTest
    @ValueSource(strings = {"\\u200b", "\\u2800", "\\u3164", "\\ufeff", "\\u200d\\u200e"})
    void textThatPythonDoesNotStripIsNotBlank(String content) {
        assertThat(server.post("/message/dilek/", "{\"content\":\"%s\"}".formatted(content), token)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void passwordMatchesInAnyUnicodeComposition() {
        server.register("pia", "pa\\u0308sswo\\u0308rd123");

        assertThat(server.login("pia", "p\\u00e4ssw\\u00f6rd123").status()).isEqualTo(200);
    }

    @Test
    void nameMatchesInAnyUnicodeComposition() {
        assertThat(server.register("rene\\u0301", LegacyServer.PASSWORD).body())
                .isEqualTo("{\"username\":\"ren\u00e9\"}");
        assertThat(server.register("ren\\u00e9", LegacyServer.PASSWORD).body())
                .isEqualTo("{\"username\":[\"A user with that username already exists.\"]}");
        assertThat(server.login("rene\\u0301", LegacyServer.PASSWORD).status()).isEqualTo(200);
        assertThat(server.post("/message/rene%CC%81/", "{\"content\":\"hello\"}", token)
                        .status())
                .isEqualTo(201);
        assertThat(server.get("/message/ren%C3%A9/", token).body()).contains("\"count\":1");
        assertThat(server.post("/user/block/rene%CC%81/", "", token).status()).isEqualTo(201);
        assertThat(server.post("/user/unblock/ren%C3%A9/", "", token).status()).isEqualTo(204);
    }

    @Test
    void namesThatDifferOnlyInCaseAreAllowed() {
        assertThat(server.register("Emil", LegacyServer.PASSWORD).status()).isEqualTo(201);
        assertThat(server.register("emil", LegacyServer.PASSWORD).status()).isEqualTo(201);
    }
}
