package dev.parley.adapters.rest.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A send of the legacy API with an Idempotency-Key. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class KeyedSendTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));
    private static final String PASSWORD = "correct horse";

    private LegacyServer server;
    private String token = "";

    @BeforeAll
    static void register() {
        for (String name : new String[] {"anna", "bo", "carla"}) {
            LegacyServer.at(SERVER)
                    .post("/user/register/", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD));
        }
    }

    @BeforeEach
    void logIn() {
        server = LegacyServer.at(SERVER);
        token = Json.of(server.login("anna", PASSWORD)).get("token").asText();
    }

    @Test
    void repeatReturnsTheFirstResponseAndStoresNothing() {
        Answer first = send("bo", "hello", "one");
        Answer repeat = send("bo", "  hello ", "one"); // the same after trimming

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("idempotency-replayed")).isEmpty();
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(repeat.header("idempotency-replayed")).contains("true");
    }

    @Test
    void repeatThroughV1IsReplayed() {
        Answer first = send("bo", "hello", "both");
        Answer repeat = server.http()
                .send(Request.of("POST", "/v1/conversations/bo/messages")
                        .as(token)
                        .json("{\"content\":\"hello\"}")
                        .with("Idempotency-Key", "\"both\""));

        assertThat(repeat.header("idempotency-replayed")).contains("true");
        assertThat(Json.of(repeat).get("id").asText())
                .isEqualTo(Json.of(first).get("id").asText());
    }

    @Test
    void repeatWithAnotherBodyOrRecipientIsRefused() {
        send("bo", "hello", "two");

        for (Answer another : new Answer[] {send("bo", "bye", "two"), send("carla", "hello", "two")}) {
            assertThat(another.status()).isEqualTo(422);
            assertThat(another.body()).isEqualTo("{\"detail\":\"You have used this key for another message.\"}");
        }
    }

    @Test
    void invalidKeyIsRefused() {
        assertThat(send("bo", "hello", "").status()).isEqualTo(400);
        assertThat(send("bo", "hello", "k".repeat(256)).body())
                .isEqualTo(
                        "{\"detail\":\"A key is 1 to 255 printable characters of ASCII, bare or as a quoted string.\"}");
        assertThat(server.http()
                        .send(request("bo", "hello")
                                .with("Idempotency-Key", "a")
                                .with("idempotency-key", "b")))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.body())
                        .isEqualTo("{\"detail\":\"There is more than one Idempotency-Key.\"}"));
    }

    @Test
    void unknownRecipientWithAKeyIsNotFound() {
        assertThat(send("nemo", "hello", "three").status()).isEqualTo(404);
    }

    @Test
    void sendWithoutAKeyIsAlwaysANewMessage() {
        Answer first = server.http().send(request("bo", "again"));
        Answer second = server.http().send(request("bo", "again"));

        assertThat(Json.of(second).get("id")).isNotEqualTo(Json.of(first).get("id"));
        assertThat(second.header("idempotency-replayed")).isEqualTo(Optional.empty());
    }

    private Answer send(String receiver, String content, String key) {
        return server.http().send(request(receiver, content).with("Idempotency-Key", key));
    }

    private Request request(String receiver, String content) {
        return Request.of("POST", "/message/" + receiver + "/")
                .as(token)
                .json("{\"content\":\"%s\"}".formatted(content));
    }
}
