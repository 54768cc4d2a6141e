package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.OtherUserQueries;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.port.in.user.UserQueries;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.TestClock;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class SendingTest {

    private static final TestClock CLOCK = TestClock.standing();
    private static final InMemoryStores STORES = InMemoryStores.empty();
    private static final InMemoryParley PARLEY = InMemoryParley.over(UseCases.over(STORES, CLOCK));
    private static final RestServer SERVER = RestServer.over(PARLEY);
    private static final RestServer NAMELESS = RestServer.over(nameless());

    private V1Server server;
    private String ann;
    private String bea;

    /** No user is told their name. */
    private static InMemoryParley nameless() {
        return PARLEY.with(UserQueries.class, new OtherUserQueries(PARLEY.get(UserQueries.class)) {

            @Override
            public User get(UserId user) {
                throw new UnavailableException(Dependency.STATE_STORE);
            }
        });
    }

    @BeforeEach
    void meet() {
        server = V1Server.at(SERVER);
        ann = server.newcomer("ann");
        bea = server.newcomer("bea");
    }

    @AfterEach
    void leave() {
        STORES.unitOfWork().clear();
    }

    @Test
    void sendReturnsTheStoredMessage() {
        Answer answer = server.post(V1Server.messages("bea"), V1Server.content("hello \\\"bea\\\" 👋"), ann);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("idempotency-replayed")).isEmpty();
        String id = Json.of(answer).get("id").asText();
        assertThat(id).matches("[1-9][0-9]*");
        assertThat(answer.body())
                .isEqualTo("{\"id\":\"" + id + "\",\"sender\":\"ann\",\"receiver\":\"bea\","
                        + "\"content\":\"hello \\\"bea\\\" 👋\",\"sent_at\":\"" + CLOCK.instant() + "\","
                        + "\"status\":\"sent\"}");
        assertThat(server.read(V1Server.messages("ann"), bea).at("/items/0")).isEqualTo(Json.of(answer));
    }

    @Test
    void failedSendStoresNothing() {
        Answer answer = V1Server.at(NAMELESS).post(V1Server.messages("bea"), V1Server.content("hello"), ann);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(server.read(V1Server.messages("bea"), ann).get("items")).isEmpty();
    }

    @Test
    void sendToOneselfIsAllowed() {
        JsonNode note = server.write("ann", "remember", ann);
        assertThat(note.get("sender")).isEqualTo(note.get("receiver"));
    }

    @Test
    void blockedSenderReceivesTheSameResponse() {
        JsonNode before = server.write("bea", "hello", ann);
        server.send("PUT", "/v1/blocks/ann", bea);
        JsonNode held = server.write("bea", "hello", ann);
        assertThat(held.fieldNames()).toIterable().containsExactlyElementsOf(before::fieldNames);
        assertThat(held.get("status").asText()).isEqualTo("sent");
    }

    @Test
    void sendWithoutAKeyIsAlwaysANewMessage() {
        assertThat(server.write("bea", "twice", ann).get("id"))
                .isNotEqualTo(server.write("bea", "twice", ann).get("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "key-1 | key-1",
                "key-1 | \"key-1\"",
                "\"key-1\" | key-1",
                "a b\"c | \"a b\\\"c\"",
                "back\\slash | \"back\\\\slash\"",
                "~!#$%&'()*+,-./:;<=>?@[]^_{} | \"~!#$%&'()*+,-./:;<=>?@[]^_{}\"",
            })
    void bareAndQuotedKeyAreEqual(String first, String second) {
        Answer answer = send("bea", "once", first);
        Answer repeat = send("bea", "once", second);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("idempotency-replayed")).isEmpty();
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.header("idempotency-replayed")).contains("true");
        assertThat(repeat.body()).isEqualTo(answer.body());
        assertThat(server.read(V1Server.messages("bea"), ann).get("items")).hasSize(1);
    }

    @Test
    void blanksBelongToTheKeyOnlyInsideQuotes() {
        send("bea", "once", "\" k \"");
        assertThat(send("bea", "once", " k ").header("idempotency-replayed")).isEmpty();
        for (String same : new String[] {"\" k \"", "  \" k \"  "}) {
            assertThat(send("bea", "once", same).header("idempotency-replayed")).contains("true");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255})
    void keyMayHave255Characters(int length) {
        String key = "\\\"".repeat(length);
        assertThat(send("bea", "once", "\"" + key + "\"").status()).isEqualTo(201);
        assertThat(send("bea", "once", "x".repeat(length)).status()).isEqualTo(201);
    }

    static String[] badKeys() {
        return new String[] {
            "",
            "\"\"",
            "\"",
            "\"open",
            "\"a\"b",
            "\"a\";p=1",
            "\"a\", \"b\"",
            "\"a\\b\"",
            "\"a\\\"",
            "\"a\"b\"",
            "\u00e9",
            "\"\u00e9\"",
            "a\tb",
            "\"a\tb\"",
            "x".repeat(256),
            "\"" + "x".repeat(256) + "\"",
            "\"" + "\\\\".repeat(256) + "\"",
            "\"" + "x".repeat(7000) + "\""
        };
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void invalidKeyIsRefused(String key) {
        for (String receiver : new String[] {"bea", "nobody"}) {
            Answer answer = send(receiver, "x", key);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(Json.of(answer).get("code").asText()).isEqualTo("bad_idempotency_key");
        }
        assertThat(server.read(V1Server.messages("bea"), ann).get("items")).isEmpty();
    }

    @Test
    void twoKeysAreRefused() {
        Request request = request("bea", "x").with("Idempotency-Key", "k").with("idempotency-key", "k");
        Answer answer = server.http().send(request);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Json.of(answer).get("code").asText()).isEqualTo("bad_idempotency_key");
    }

    @Test
    void repeatWithAnotherBodyOrRecipientIsRefused() {
        server.register("cem");
        Answer first = send("bea", "one", "k");
        for (Answer other : new Answer[] {send("bea", "another", "k"), send("cem", "one", "k")}) {
            assertThat(other.status()).isEqualTo(422);
            assertThat(Json.of(other).get("code").asText()).isEqualTo("idempotency_key_reused");
            assertThat(Json.of(other).has("errors")).isFalse();
        }
        assertThat(send("bea", "one", "k").body()).isEqualTo(first.body());
    }

    @Test
    void keyBelongsToItsSender() {
        send("bea", "hello", "k");
        Request others = V1Server.request("POST", V1Server.messages("bea"), bea)
                .json(V1Server.content("hello"))
                .with("Idempotency-Key", "k");
        assertThat(server.http().send(others).header("idempotency-replayed")).isEmpty();
    }

    @Test
    void keyOfARefusedRequestStaysUnused() {
        assertThat(send("bea", " ", "k").status()).isEqualTo(422);
        assertThat(send("nobody", "x", "k").status()).isEqualTo(404);
        assertThat(send("bea", "x", "k").status()).isEqualTo(201);
    }

    @Test
    void keyExpiresAfter30Days() {
        Answer first = send("bea", "x", "k");
        CLOCK.advance(IdempotencyKey.LIFETIME.minus(Duration.ofSeconds(1)));
        assertThat(send("bea", "x", "k").body()).isEqualTo(first.body());
        CLOCK.advance(Duration.ofDays(1));
        assertThat(send("bea", "x", "k").header("idempotency-replayed")).isEmpty();
    }

    @Test
    void messageSentByTheLegacyApiIsVisible() {
        server.http()
                .send(Request.of("POST", "/message/bea/")
                        .json(V1Server.content("classic"))
                        .as(ann));
        assertThat(server.read(V1Server.messages("ann"), bea)
                        .at("/items/0/content")
                        .asText())
                .isEqualTo("classic");
        server.write("ann", "v1", bea);
        assertThat(server.http()
                        .send(Request.of("GET", "/message/bea/").as(ann))
                        .body())
                .contains("\"content\":\"v1\"", "\"content\":\"classic\"");
    }

    private Request request(String receiver, String content) {
        return V1Server.request("POST", V1Server.messages(receiver), ann).json(V1Server.content(content));
    }

    private Answer send(String receiver, String content, String key) {
        return server.http().send(request(receiver, content).with("Idempotency-Key", key));
    }
}
