package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.TestClock;
import dev.parley.application.testkit.UseCases;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DropwizardExtensionsSupport.class)
final class ErasureTest {

    private static final InMemoryStores STORES = InMemoryStores.empty();
    private static final RestServer SERVER =
            RestServer.over(InMemoryParley.over(UseCases.over(STORES, TestClock.standing())));

    private V1Server server;
    private String ann;
    private String bea;
    private String goodbye;

    @BeforeEach
    void erase() {
        server = V1Server.at(SERVER);
        ann = server.newcomer("ann");
        bea = server.newcomer("bea");
        server.write("ann", "hello", bea);
        goodbye = server.write("bea", "goodbye", ann).get("id").asText();
        Answer answer = server.send("DELETE", "/v1/me", ann);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @AfterEach
    void leave() {
        STORES.unitOfWork().clear();
    }

    @Test
    void erasedUserCannotLogInOrBeFound() {
        assertThat(server.get("/v1/me", ann).status()).isEqualTo(401);
        assertThat(server.login("ann", V1Server.PASSWORD).get("code").asText()).isEqualTo("invalid_credentials");
        for (String path : new String[] {"/v1/users/ann", V1Server.messages("ann")}) {
            assertThat(Json.of(server.get(path, bea)).get("code").asText()).isEqualTo("user_not_found");
        }
        assertThat(server.read("/v1/users?prefix=a", bea).get("items")).isEmpty();
    }

    @Test
    void peerKeepsTombstonesUnderAPlaceholderName() {
        JsonNode entry = server.read("/v1/conversations", bea).at("/items/0");
        String erased = entry.get("peer").asText();
        assertThat(erased).matches("~[0-9]+");
        assertThat(entry.get("last_message").toString())
                .isEqualTo(("{\"id\":\"%s\",\"sender\":\"%s\",\"receiver\":\"bea\",\"content\":null,"
                                + "\"sent_at\":\"2026-11-22T10:15:30.123457Z\",\"status\":\"erased\"}")
                        .formatted(goodbye, erased));
        JsonNode history = server.read(V1Server.messages(erased), bea);
        assertThat(history.at("/items/0")).isEqualTo(entry.get("last_message"));
        assertThat(history.at("/items/1/content").asText()).isEqualTo("hello");
        assertThat(history.at("/items/1/receiver").asText()).isEqualTo(erased);
    }

    @Test
    void erasedMessagesAreNotUnread() {
        assertThat(server.read("/v1/conversations", bea)
                        .at("/items/0/unread_count")
                        .asLong(-1))
                .isZero();
        assertThat(server.get("/v1/unread", bea).body()).isEqualTo("{\"total\":0,\"conversations\":0}");
        assertThat(server.read("/v1/conversations?filter=unread", bea).get("items"))
                .isEmpty();
    }

    @Test
    void tombstonesHaveReceiptsAndReports() {
        String erased =
                server.read("/v1/conversations", bea).at("/items/0/peer").asText();
        Answer read = server.put(
                "/v1/conversations/" + erased + "/receipts", "{\"read_up_to\":\"%s\"}".formatted(goodbye), bea);
        assertThat(read.body()).isEqualTo("{\"read_up_to\":\"%s\",\"unread_count\":0}".formatted(goodbye));
        assertThat(server.get("/v1/messages/" + goodbye, bea).body())
                .contains("\"sender\":\"%s\"".formatted(erased), "\"content\":null", "\"status\":\"erased\"");
        assertThat(server.read("/v1/messages/" + goodbye + "/receipts", bea)
                        .get("read_at")
                        .isTextual())
                .isTrue();
    }

    @Test
    void sendToAnErasedUserIsNotFound() {
        String erased =
                server.read("/v1/conversations", bea).at("/items/0/peer").asText();
        for (String name : new String[] {"ann", erased}) {
            Answer answer = server.post(V1Server.messages(name), V1Server.content("still there?"), bea);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(Json.of(answer).get("code").asText()).isEqualTo("user_not_found");
        }
    }

    @Test
    void blockOfAnErasedUserCanBeRepeatedAndLifted() {
        String cem = server.newcomer("cem");
        String dee = server.newcomer("dee");
        assertThat(server.put("/v1/blocks/dee", "{}", cem).status()).isEqualTo(204);
        assertThat(server.send("DELETE", "/v1/me", dee).status()).isEqualTo(204);
        JsonNode block = server.read("/v1/blocks", cem).at("/items/0");
        String path = "/v1/blocks/" + block.get("username").asText();

        assertThat(server.put(path, "{}", cem).status()).isEqualTo(204);
        assertThat(server.read("/v1/blocks", cem).at("/items/0")).isEqualTo(block);
        assertThat(server.put(path, "{}", bea).status()).isEqualTo(404);
        assertThat(server.send("DELETE", path, cem).status()).isEqualTo(204);
        assertThat(server.put(path, "{}", cem).status()).isEqualTo(404);
    }

    @Test
    void nameOfAnErasedUserStaysTaken() {
        Answer answer = server.register("ann");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(Json.of(answer).get("code").asText()).isEqualTo("username_taken");
        Answer classic = server.http()
                .send(Request.of("POST", "/user/register/").json(V1Server.credentials("ann", V1Server.PASSWORD)));
        assertThat(classic.status()).isEqualTo(400);
        assertThat(classic.body()).isEqualTo("{\"username\":[\"A user with that username already exists.\"]}");
    }

    @Test
    void repeatToAnErasedUserIsReplayedByEitherName() {
        String cem = server.newcomer("cem");
        String dee = server.newcomer("dee");
        JsonNode first = Json.of(send("dee", "still there?", cem));
        assertThat(server.send("DELETE", "/v1/me", dee).status()).isEqualTo(204);
        String erased =
                server.read("/v1/conversations", cem).at("/items/0/peer").asText();
        for (String name : new String[] {"dee", erased}) {
            Answer repeat = send(name, "still there?", cem);
            assertThat(repeat.status()).isEqualTo(201);
            assertThat(repeat.header("idempotency-replayed")).contains("true");
            assertThat(Json.of(repeat).get("id")).isEqualTo(first.get("id"));
            assertThat(Json.of(repeat).get("content")).isEqualTo(first.get("content"));
            assertThat(Json.of(repeat).get("receiver").asText()).isEqualTo(erased);
            assertThat(Json.of(send(name, "something else", cem)).get("code").asText())
                    .isEqualTo("idempotency_key_reused");
        }
        assertThat(send("dee", "still there?", bea).status()).isEqualTo(404);
        assertThat(send("nobody", "still there?", cem).status()).isEqualTo(404);
    }

    private Answer send(String receiver, String text, String token) {
        Request request = V1Server.request("POST", V1Server.messages(receiver), token)
                .json(V1Server.content(text))
                .with("Idempotency-Key", "k");
        return server.http().send(request);
    }

    @Test
    void legacyApiDoesNotFindAnErasedUser() {
        Answer answer = server.http().send(Request.of("GET", "/message/ann/").as(bea));
        assertThat(answer.status()).isEqualTo(404);
    }
}
