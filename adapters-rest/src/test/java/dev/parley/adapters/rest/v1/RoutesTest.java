package dev.parley.adapters.rest.v1;

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
final class RoutesTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));

    private V1Server server;
    private String token;

    @BeforeEach
    void login() {
        server = V1Server.at(SERVER);
        token = server.newcomer("ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/",
                "/v1/nope",
                "/v1/users/",
                "/v1/users//",
                "/v1//users",
                "/v1/users/ann/",
                "/v1/users/ann/x",
                "/v1/me/",
                "/v1/me/password/",
                "/v1/sessions/current/",
                "/v1/blocks/ann/",
                "/v1/me/activity/",
                "/v1/conversations/",
                "/v1/conversations/ann",
                "/v1/conversations/ann/",
                "/v1/conversations/ann/messages/",
                "/v1/conversations/ann/messages/1",
                "/v1/conversations/ann/receipts/",
                "/v1/messages",
                "/v1/messages/1/",
                "/v1/messages/1/content",
                "/v1/messages/1/receipts/",
                "/v1/unread/",
                "/v1/V1/users",
                "/v1/application.wadl"
            })
    void unknownPathIsNotFound(String path) {
        for (String method : new String[] {"GET", "POST", "OPTIONS", "DELETE"}) {
            Answer answer = server.send(method, path, token);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("content-type")).contains("application/problem+json");
            assertThat(answer.header("cache-control")).contains("no-store");
            assertThat(Json.of(answer).get("code").asText()).isEqualTo("not_found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v2/users", "/v1x", "/users", "/application.wadl"})
    void pathOutsideV1HasTheLegacyErrorFormat(String path) {
        Answer answer = server.get(path, token);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Not found.\"}");
        assertThat(answer.header("cache-control")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/users | GET, POST, HEAD, OPTIONS",
                "/v1/users/ann | GET, HEAD, OPTIONS",
                "/v1/sessions | GET, POST, DELETE, HEAD, OPTIONS",
                "/v1/sessions/1 | DELETE, OPTIONS",
                "/v1/sessions/current | DELETE, OPTIONS",
                "/v1/me | GET, DELETE, HEAD, OPTIONS",
                "/v1/me/activity | GET, HEAD, OPTIONS",
                "/v1/me/password | POST, OPTIONS",
                "/v1/blocks | GET, HEAD, OPTIONS",
                "/v1/blocks/ann | PUT, DELETE, OPTIONS",
                "/v1/conversations | GET, HEAD, OPTIONS",
                "/v1/conversations/ann/messages | GET, POST, HEAD, OPTIONS",
                "/v1/conversations/ann/receipts | PUT, OPTIONS",
                "/v1/messages/1 | GET, HEAD, OPTIONS",
                "/v1/messages/1/receipts | GET, HEAD, OPTIONS",
                "/v1/unread | GET, HEAD, OPTIONS",
            })
    void wrongMethodReturns405WithAllow(String path, String allowed) {
        Answer refusal = server.http().send(Request.of("PATCH", path));
        assertThat(refusal.status()).isEqualTo(405);
        assertThat(refusal.header("allow")).contains(allowed);
        assertThat(Json.of(refusal).get("code").asText()).isEqualTo("method_not_allowed");

        Answer options = server.http().send(Request.of("OPTIONS", path));
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.body()).isEmpty();
        assertThat(options.header("allow")).contains(allowed);
        assertThat(options.header("cache-control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/me",
                "/v1/me/activity",
                "/v1/users/ann",
                "/v1/users?prefix=a",
                "/v1/sessions",
                "/v1/blocks",
                "/v1/conversations",
                "/v1/conversations/ann/messages",
                "/v1/unread"
            })
    void headRespondsAsGetWithoutABody(String path) {
        // A caller with few sessions: Jersey states no length for a response larger than its buffer.
        String caller = server.newcomer("head");
        Answer get = server.get(path, caller);
        Answer head = server.send("HEAD", path, caller);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("content-length")).isEqualTo(get.header("content-length"));
        assertThat(head.header("content-type")).contains("application/json");
    }

    @Test
    void headOfAnUnknownPathHasNoBody() {
        Answer head = server.send("HEAD", "/v1/users/nobody", token);
        assertThat(head.status()).isEqualTo(404);
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody", "Ann", "ann;a=1", "ann;", "%20ann", "%2e", "%FF", "a%2Fb", "%2561nn", "a+n", "%0A", "ann%2F"
            })
    void malformedNameIsAnUnknownUser(String name) {
        for (Request request : new Request[] {
            Request.of("GET", "/v1/users/" + name),
            Request.of("PUT", "/v1/blocks/" + name),
            Request.of("DELETE", "/v1/blocks/" + name),
            Request.of("GET", "/v1/conversations/" + name + "/messages"),
            Request.of("POST", "/v1/conversations/" + name + "/messages").json("{\"content\":\"x\"}"),
            Request.of("PUT", "/v1/conversations/" + name + "/receipts").json("{\"read_up_to\":\"1\"}")
        }) {
            Answer answer = server.http().send(request.as(token));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(Json.of(answer).get("code").asText()).isEqualTo("user_not_found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/me;x=1", "/v1/me;", "/v1/blocks;x?limit=1", "/v1/conversations/ann/messages;x", "/v1/;/me"})
    void semicolonBelongsToThePath(String path) {
        Answer answer = server.http().send(Request.of("GET", path).as(token));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(Json.of(answer).get("code").asText()).isEqualTo("not_found");
    }

    @Test
    void nameIsDecoded() {
        server.register("şük.@+-_");
        Answer answer = server.get("/v1/users/%C5%9F%C3%BCk.%40+-_", token);
        assertThat(Json.of(answer).get("username").asText()).isEqualTo("şük.@+-_");
        assertThat(server.write("%C5%9F%C3%BCk.%40+-_", "x", token)
                        .get("receiver")
                        .asText())
                .isEqualTo("şük.@+-_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "APPLICATION/*;q=0.1",
                "image/png, application/json;q=0.1",
                "a/b;q=x"
            })
    void acceptableClientReceivesJson(String accept) {
        Request request = V1Server.request("GET", "/v1/me", token).with("Accept", accept);
        assertThat(server.http().send(request).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "garbage", "application/problem+json"})
    void clientThatAcceptsNoJsonIsRefused(String accept) {
        for (String path : new String[] {
            "/v1/me",
            "/v1/me/activity",
            "/v1/users?prefix=a",
            "/v1/sessions",
            "/v1/blocks",
            "/v1/conversations",
            "/v1/conversations/ann/messages",
            "/v1/messages/1",
            "/v1/messages/1/receipts",
            "/v1/unread"
        }) {
            Answer answer = server.http().send(Request.of("GET", path).with("Accept", accept));
            assertThat(answer.status()).isEqualTo(406);
            assertThat(answer.header("content-type")).contains("application/problem+json");
        }
        assertThat(server.http()
                        .send(Request.of("GET", "/v1/nope").with("Accept", accept))
                        .status())
                .isEqualTo(404);
        assertThat(server.http()
                        .send(Request.of("GET", "/nope").with("Accept", accept))
                        .status())
                .isEqualTo(404);
    }
}
