package dev.parley.adapters.rest.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import dev.parley.application.testkit.UseCases;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class HeadersTest {

    private static final TestClock CLOCK = TestClock.standing();
    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(CLOCK));
    private static final String LOGIN = "{\"username\":\"ann\",\"password\":\"specialPassword\"}";

    private LegacyServer server;
    private String token;

    @BeforeEach
    void login() {
        server = LegacyServer.at(SERVER);
        token = server.newcomer("ann");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Token | Invalid token header. No credentials provided.",
                "token a b | Invalid token header. Token string should not contain spaces.",
                "Token \u00e9 | Invalid token header. Token string should not contain invalid characters.",
                "TOKEN x | Invalid token.",
                "Token 0000000000000000000000000000000000000000 | Invalid token.",
            })
    void invalidTokenIsRefusedOnEveryPath(String header, String detail) {
        for (Request request : new Request[] {
            Request.of("GET", "/message/ann/"),
            Request.of("POST", "/user/login/").json(LOGIN),
            Request.of("POST", "/user/register/").json("{"),
            Request.of("POST", "/message/ann/").json("{"),
            Request.of("PATCH", "/user/login/"),
            Request.of("PATCH", "/user/block/ann/"),
        }) {
            Answer answer = server.http().send(request.with("Authorization", header));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"detail\":\"" + detail + "\"}");
            assertThat(answer.header("www-authenticate")).contains("Token");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer x", "Basic YTpi", "Tokens x"})
    void otherSchemeIsUnauthenticated(String header) {
        Request read = Request.of("GET", "/message/ann/").with("Authorization", header);
        assertThat(server.http().send(read).body())
                .isEqualTo("{\"detail\":\"Authentication credentials were not provided.\"}");
        Request login = Request.of("POST", "/user/login/").json(LOGIN).with("Authorization", header);
        assertThat(server.http().send(login).status()).isEqualTo(200);
    }

    @Test
    void schemeIsCaseInsensitive() {
        Request login = Request.of("POST", "/user/login/").json(LOGIN);
        assertThat(server.http().send(login.as(token)).status()).isEqualTo(200);
        Request read = Request.of("GET", "/message/ann/").with("Authorization", " tOkEn \t " + token);
        assertThat(server.http().send(read).status()).isEqualTo(200);
    }

    @Test
    void tokenIsInvalidAfterLogoutAndExpiry() {
        Request logout = Request.of("POST", "/user/logout/").as(token);
        Answer answer = server.http().send(logout.body("garbage"));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("content-type")).isEmpty();
        assertThat(server.http().send(logout).body()).isEqualTo("{\"detail\":\"Invalid token.\"}");

        String later = server.newcomer("ann");
        CLOCK.advance(UseCases.POLICY.lifetime());
        assertThat(server.get("/message/ann/", later).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "APPLICATION/JSON",
                "application/*;q=0.1",
                "text/html",
                "image/png, */*;q=0.1",
                "garbage, application/json",
                "application/json; indent=4"
            })
    void acceptableClientReceivesJson(String accept) {
        Answer answer =
                server.http().send(Request.of("GET", "/message/ann/").as(token).with("Accept", accept));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/plain, image/*", "garbage", "a/b;q=x"})
    void clientThatAcceptsNoJsonIsRefusedFirst(String accept) {
        for (String path : new String[] {"/message/ann/", "/user/login/"}) {
            Answer answer = server.http()
                    .send(Request.of("POST", path)
                            .json("{")
                            .with("Accept", accept)
                            .with("Parley-Accept", "*/*"));
            assertThat(answer.status()).isEqualTo(406);
            assertThat(answer.body()).isEqualTo("{\"detail\":\"Could not satisfy the request Accept header.\"}");
        }
    }
}
