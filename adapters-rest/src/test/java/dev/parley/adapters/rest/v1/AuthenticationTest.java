package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.TestClock;
import dev.parley.application.testkit.UseCases;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class AuthenticationTest {

    private static final TestClock CLOCK = TestClock.standing();
    private static final InMemoryStores STORES = InMemoryStores.empty();
    private static final RestServer SERVER = RestServer.over(InMemoryParley.over(UseCases.over(STORES, CLOCK)));

    /** The expected status is the last column. */
    private static final String ENDPOINTS = """
            GET    | /v1/users/ann                  |      | 200
            GET    | /v1/users?prefix=a             |      | 200
            GET    | /v1/sessions                   |      | 200
            DELETE | /v1/sessions/7000              |      | 404
            DELETE | /v1/sessions/current           |      | 204
            DELETE | /v1/sessions?except=current    |      | 204
            GET    | /v1/me                         |      | 200
            POST   | /v1/me/password                | {}   | 422
            PUT    | /v1/blocks/ann                 |      | 204
            DELETE | /v1/blocks/ann                 |      | 204
            GET    | /v1/blocks                     |      | 200
            DELETE | /v1/me                         |      | 204
            GET    | /v1/me/activity                |      | 200
            GET    | /v1/conversations              |      | 200
            GET    | /v1/conversations/ann/messages |      | 200
            POST   | /v1/conversations/ann/messages | {}   | 422
            PUT    | /v1/conversations/ann/receipts | {}   | 422
            GET    | /v1/messages/7000              |      | 404
            GET    | /v1/messages/7000/receipts     |      | 404
            GET    | /v1/unread                     |      | 200
            GET    | /v1/events?wait=0              |      | 200
            POST   | /v1/events/tickets             |      | 201
            """;

    private V1Server server;

    @BeforeEach
    void register() {
        STORES.unitOfWork().clear(); // names of erased users stay reserved
        server = V1Server.at(SERVER);
        server.register("ann");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ENDPOINTS)
    void requestWithoutATokenIsUnauthenticated(String method, String path, String body) {
        for (String header : new String[] {"", "Basic YTpi", "Bearer", "Token a b", "bearer \u00e9"}) {
            Answer answer = server.http().send(request(method, path, body).with("Authorization", header));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(Json.of(answer).get("code").asText()).isEqualTo("unauthenticated");
            assertThat(answer.header("www-authenticate")).contains("Bearer realm=\"parley\", Token realm=\"parley\"");
        }
        assertThat(server.http().send(request(method, path, body)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ENDPOINTS)
    void invalidTokenIsRefused(String method, String path, String body) {
        String revoked = server.token("ann");
        server.send("DELETE", "/v1/sessions/current", revoked);
        String expired = server.token("ann");
        CLOCK.advance(UseCases.POLICY.lifetime());

        for (String token : new String[] {"nonsense", "0".repeat(40), "A".repeat(40), revoked, expired}) {
            for (String scheme : new String[] {"Bearer ", "Token "}) {
                Answer answer = server.http().send(request(method, path, body).with("Authorization", scheme + token));
                assertThat(answer.status()).isEqualTo(401);
                assertThat(Json.of(answer).get("code").asText()).isEqualTo("invalid_token");
                assertThat(answer.header("www-authenticate"))
                        .contains("Bearer realm=\"parley\", error=\"invalid_token\", Token realm=\"parley\"");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ENDPOINTS)
    void validTokenWorksWithBothSchemes(String method, String path, String body, int status) {
        for (String scheme : new String[] {"Bearer ", "Token ", "bEARER \t"}) {
            register();
            Request request = request(method, path, body).with("Authorization", scheme + server.token("ann"));
            assertThat(server.http().send(request).status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nonsense", "Token", "Basic x"})
    void publicEndpointsIgnoreTokens(String header) {
        String login = V1Server.credentials("ann", V1Server.PASSWORD);
        Request request = Request.of("POST", "/v1/sessions").json(login).with("Authorization", header);
        assertThat(server.http().send(request).status()).isEqualTo(201);
        Request register = Request.of("POST", "/v1/users").json(login).with("Authorization", header);
        assertThat(server.http().send(register).status()).isEqualTo(409);
    }

    private static Request request(String method, String path, String body) {
        Request request = Request.of(method, path);
        return body == null ? request : request.json(body);
    }
}
