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
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class FieldsTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));
    private static final String ILLEGAL =
            "Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.";
    private static final String INVALID = "{\"non_field_errors\":[\"Unable to log in with provided credentials.\"]}";

    private LegacyServer server;
    private String token;

    @BeforeEach
    void login() {
        server = LegacyServer.at(SERVER);
        token = server.newcomer("dilek");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {\"username\":[\"This field is required.\"],\"password\":[\"This field is required.\"]}",
                "{\"password\":true,\"username\":null} | {\"username\":[\"This field may not be null.\"],\"password\":[\"Not a valid string.\"]}",
                "{\"username\":\"\\u3000\",\"password\":\"\"} | {\"username\":[\"This field may not be blank.\"],\"password\":[\"This field may not be blank.\"]}",
                "{\"username\":\"dilek\",\"password\":\"short\"} | {\"username\":[\"A user with that username already exists.\"],\"password\":[\"Ensure this field has at least 8 characters.\"]}",
                "{\"username\":\" dilek \",\"password\":\"specialPassword\"} | {\"username\":[\"A user with that username already exists.\"]}",
                "{\"username\":\"a\\u0000\",\"password\":\"12345678\\u0000\"} | {\"username\":[\"" + ILLEGAL
                        + "\",\"Null characters are not allowed.\"],\"password\":[\"Null characters are not allowed.\"]}",
                "{\"username\":\"\\udcba\",\"password\":\"\\ud800\"} | {\"username\":[\"" + ILLEGAL
                        + "\",\"Surrogate characters are not allowed: U+DCBA.\"],\"password\":[\"Ensure this field has at least 8 characters.\",\"Surrogate characters are not allowed: U+D800.\"]}",
            })
    void invalidRegistrationReportsAllErrors(String body, String answer) {
        assertThat(server.post("/user/register/", body).body()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1.50 | 1.5",
                "1e16 | 1e+16",
                "-0 | 0",
                "\"\\u00a0ǅ.²Ⅷ\\u2003\" | ǅ.²Ⅷ",
                "123456789012345678901234567890 | 123456789012345678901234567890",
            })
    void registrationReturnsTheStoredName(String username, String kept) {
        assertThat(server.post("/user/register/", "{\"username\":" + username + ",\"password\":1234567890}")
                        .body())
                .isEqualTo("{\"username\":\"" + kept + "\"}");
        assertThat(server.login("  " + kept + " ", "1234567890").status()).isEqualTo(200);
    }

    @Test
    void passwordIsNotTrimmed() {
        server.register("eda", "  spaces  ");
        assertThat(server.login("eda", "  spaces  ").status()).isEqualTo(200);
        assertThat(server.login("eda", "spaces").body()).isEqualTo(INVALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"username\":\"dilek\",\"password\":\"x\"} | " + INVALID,
                "{\"username\":\"no such name\",\"password\":\"specialPassword\"} | " + INVALID,
                "{\"password\":\"specialPassword\"} | {\"username\":[\"This field is required.\"]}",
                "{} | {\"username\":[\"This field is required.\"],\"password\":[\"This field is required.\"]}",
                "{\"username\":[],\"password\":{}} | {\"username\":[\"Not a valid string.\"],\"password\":[\"Not a valid string.\"]}",
                "{\"username\":\"a\\u0000\",\"password\":\"\\ud801x\"} | {\"username\":[\"Null characters are not allowed.\"],\"password\":[\"Surrogate characters are not allowed: U+D801.\"]}",
            })
    void invalidLoginIsRefused(String body, String answer) {
        assertThat(server.post("/user/login/", body).body()).isEqualTo(answer);
    }

    @Test
    void loginDoesNotCheckLengths() {
        assertThat(server.login("x".repeat(200), "y".repeat(1000)).body()).isEqualTo(INVALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | This field is required.",
                "{\"content\":null} | This field may not be null.",
                "{\"content\":\" \\u00a0\"} | This field may not be blank.",
                "{\"content\":{}} | Not a valid string.",
                "{\"content\":\"a\\u0000b\"} | Null characters are not allowed.",
                "{\"content\":\"a\\ud83d\"} | Surrogate characters are not allowed: U+D83D.",
            })
    void invalidContentIsRefused(String body, String error) {
        assertThat(server.post("/message/dilek/", body, token).body()).isEqualTo("{\"content\":[\"" + error + "\"]}");
    }

    @Test
    void contentLengthIsCountedInCodePoints() {
        assertThat(send("👋".repeat(65_536))).startsWith("{\"id\":");
        assertThat(send("x".repeat(65_537)))
                .isEqualTo("{\"content\":[\"Ensure this field has no more than 65536 characters.\"]}");
    }

    private String send(String content) {
        return server.post("/message/dilek/", "{\"content\":\"" + content + "\"}", token)
                .body();
    }
}
