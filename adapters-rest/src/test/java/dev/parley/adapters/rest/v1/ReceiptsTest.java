package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.TestClock;
import dev.parley.application.testkit.UseCases;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class ReceiptsTest {

    private static final TestClock CLOCK = TestClock.standing();
    private static final InMemoryStores STORES = InMemoryStores.empty();
    private static final RestServer SERVER = RestServer.over(InMemoryParley.over(UseCases.over(STORES, CLOCK)));

    private V1Server server;
    private String ann;
    private String bea;

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
    void readPositionNeverMovesBack() {
        String first = server.write("bea", "one", ann).get("id").asText();
        String second = server.write("bea", "two", ann).get("id").asText();
        String third = server.write("bea", "three", ann).get("id").asText();

        assertThat(read("ann", second, bea).body()).isEqualTo(answer("\"" + second + "\"", 1));
        assertThat(read("ann", first, bea).body()).isEqualTo(answer("\"" + second + "\"", 1));
        assertThat(read("ann", second, bea).body()).isEqualTo(answer("\"" + second + "\"", 1));
        assertThat(read("ann", third, bea).body()).isEqualTo(answer("\"" + third + "\"", 0));
    }

    @Test
    void receiptUpToAnOwnMessageMarksNothingRead() {
        String own = server.write("bea", "one", ann).get("id").asText();
        assertThat(read("bea", own, ann).body()).isEqualTo(answer("null", 0));
    }

    @Test
    void senderAndRecipientSeeTheReport() {
        String id = server.write("bea", "hello", ann).get("id").asText();
        String unread = unread();
        assertThat(report(id, ann).body()).isEqualTo(unread);
        assertThat(report(id, bea).body()).isEqualTo(unread);

        CLOCK.advance(Duration.ofSeconds(5));
        read("ann", id, bea);
        String read = unread.replace("null", "\"" + CLOCK.instant() + "\"");
        assertThat(report(id, ann).body()).isEqualTo(read);
        assertThat(report(id, bea).body()).isEqualTo(read);
    }

    @Test
    void readTimeIsThatOfTheFirstReceipt() {
        String id = server.write("bea", "hello", ann).get("id").asText();
        read("ann", id, bea);
        String first = report(id, ann).body();
        CLOCK.advance(Duration.ofDays(1));
        read("ann", id, bea);
        assertThat(report(id, ann).body()).isEqualTo(first);
    }

    @Test
    void reportForAnotherUserIsNotFound() {
        String id = server.write("bea", "hello", ann).get("id").asText();
        Answer others = report(id, server.newcomer("cem"));
        assertThat(others.status()).isEqualTo(404);
        assertThat(others.body()).isEqualTo(report("999999", ann).body());
        assertThat(Json.of(others).get("code").asText()).isEqualTo("message_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "01", "+1", "x", "1;a=1", "9223372036854775808", "%D9%A1", "%20"})
    void malformedIdIsNotFound(String id) {
        Answer reported = report(id, ann);
        assertThat(reported.status()).isEqualTo(404);
        assertThat(Json.of(reported).get("code").asText()).isEqualTo("message_not_found");
        Answer read = read("bea", id, ann);
        assertThat(read.status()).isEqualTo(404);
        assertThat(Json.of(read).get("code").asText()).isEqualTo("message_not_found");
    }

    @Test
    void receiptRequiresAVisibleMessageOfThisConversation() {
        server.register("cem");
        String inOtherConversation = server.write("cem", "hello", ann).get("id").asText();
        assertThat(Json.of(read("bea", inOtherConversation, ann)).get("code").asText())
                .isEqualTo("message_not_found");
        for (String id : new String[] {inOtherConversation, "1", "abc", "9".repeat(30)}) {
            assertThat(Json.of(read("nobody", id, ann)).get("code").asText()).isEqualTo("user_not_found");
        }
        assertThat(read("cem", inOtherConversation, ann).status()).isEqualTo(200);
    }

    @Test
    void heldMessageLooksOrdinaryToItsSender() {
        server.send("PUT", "/v1/blocks/ann", bea);
        String held = server.write("bea", "hello", ann).get("id").asText();
        String unread = unread();
        assertThat(report(held, ann).body()).isEqualTo(unread);
        assertThat(report(held, bea).status()).isEqualTo(404);
        assertThat(read("bea", held, ann).body()).isEqualTo(answer("null", 0));
        assertThat(read("ann", held, bea).status()).isEqualTo(404);

        CLOCK.advance(Duration.ofHours(1));
        server.send("DELETE", "/v1/blocks/ann", bea);
        assertThat(report(held, ann).body()).isEqualTo(unread);
        JsonNode released = Json.of(report(held, bea));
        assertThat(released.get("delivered_at").asText())
                .isEqualTo(CLOCK.instant().toString());
    }

    private Answer read(String peer, String upTo, String token) {
        return server.put("/v1/conversations/" + peer + "/receipts", "{\"read_up_to\":\"%s\"}".formatted(upTo), token);
    }

    private Answer report(String id, String token) {
        return server.get("/v1/messages/" + id + "/receipts", token);
    }

    /** The report on a message that was just sent. */
    private static String unread() {
        return "{\"delivered_at\":\"%s\",\"read_at\":null}".formatted(CLOCK.instant());
    }

    private static String answer(String readUpTo, int unread) {
        return "{\"read_up_to\":%s,\"unread_count\":%d}".formatted(readUpTo, unread);
    }
}
