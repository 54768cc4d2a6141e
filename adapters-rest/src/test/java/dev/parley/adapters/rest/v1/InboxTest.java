package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.adapters.rest.v1.event.EventCursors;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.TestClock;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.event.EventCursor;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class InboxTest {

    private static final String INBOX = "/v1/conversations";

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
    void pageOfLargeMessagesIsShortAndHasANext() {
        for (int i = 0; i < 6; i++) {
            server.register("large-" + i);
            server.write("large-" + i, "🙂".repeat(65_536), ann);
        }
        JsonNode first = server.read(INBOX + "?limit=200", ann);
        assertThat(Json.texts(first.get("items"), "peer")).containsExactly("large-5", "large-4", "large-3", "large-2");
        JsonNode second =
                server.read(INBOX + "?limit=200&after=" + first.get("next").asText(), ann);
        assertThat(Json.texts(second.get("items"), "peer")).startsWith("large-1", "large-0");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void newUserHasNoConversations() {
        JsonNode inbox = server.read(INBOX, ann);
        assertThat(inbox.fieldNames()).toIterable().containsExactly("items", "next", "event_cursor");
        assertThat(inbox.get("items")).isEmpty();
        assertThat(inbox.get("next").isNull()).isTrue();
        assertThat(seqOf(inbox)).isZero();
    }

    @Test
    void conversationShowsTheViewOfEachUser() {
        JsonNode first = server.write("bea", "hello", ann);
        JsonNode second = server.write("bea", "are you there?", ann);
        read("ann", first, bea);

        JsonNode ofAnn = server.read(INBOX, ann).at("/items/0");
        assertThat(ofAnn.fieldNames())
                .toIterable()
                .containsExactly("peer", "last_message", "unread_count", "blocked", "read_up_to", "peer_read_up_to");
        assertThat(ofAnn.get("peer").asText()).isEqualTo("bea");
        assertThat(ofAnn.get("last_message")).isEqualTo(second);
        assertThat(ofAnn.get("unread_count").asLong()).isZero();
        assertThat(ofAnn.get("read_up_to").isNull()).isTrue();
        assertThat(ofAnn.get("peer_read_up_to")).isEqualTo(first.get("id"));

        JsonNode ofBea = server.read(INBOX, bea).at("/items/0");
        assertThat(ofBea.get("peer").asText()).isEqualTo("ann");
        assertThat(ofBea.get("last_message")).isEqualTo(second);
        assertThat(ofBea.get("unread_count").asLong()).isEqualTo(1);
        assertThat(ofBea.get("read_up_to")).isEqualTo(first.get("id"));
        assertThat(ofBea.get("peer_read_up_to").isNull()).isTrue();
    }

    @Test
    void latestConversationIsFirst() {
        server.register("cem");
        for (String peer : new String[] {"bea", "cem", "ann", "bea"}) {
            CLOCK.advance(Duration.ofSeconds(1));
            server.write(peer, "hello", ann);
        }
        assertThat(Json.texts(server.read(INBOX, ann).get("items"), "peer")).containsExactly("bea", "ann", "cem");
    }

    @Test
    void noteToOneselfIsAConversation() {
        JsonNode note = server.write("ann", "remember", ann);
        JsonNode entry = server.read(INBOX, ann).at("/items/0");
        assertThat(entry.get("peer").asText()).isEqualTo("ann");
        assertThat(entry.get("last_message")).isEqualTo(note);
    }

    @Test
    void unreadFilterOmitsReadConversations() {
        server.register("cem");
        JsonNode hello = server.write("ann", "hello", bea);
        server.write("cem", "hello", ann);
        assertThat(Json.texts(server.read(INBOX + "?filter=unread", ann).get("items"), "peer"))
                .containsExactly("bea");
        read("bea", hello, ann);
        assertThat(server.read(INBOX + "?filter=unread", ann).get("items")).isEmpty();
        assertThat(server.read(INBOX, ann).get("items")).hasSize(2);
    }

    @Test
    void filteredListIsPaged() {
        for (String name : new String[] {"cem", "deniz", "ece"}) {
            server.write("ann", "hello", server.newcomer(name));
            CLOCK.advance(Duration.ofSeconds(1));
        }
        JsonNode hidden = server.write("ann", "hello", bea);
        read("bea", hidden, ann);
        JsonNode first = server.read(INBOX + "?filter=unread&limit=2", ann);
        assertThat(Json.texts(first.get("items"), "peer")).containsExactly("ece", "deniz");
        JsonNode second = server.read(
                INBOX + "?filter=unread&limit=2&after=" + first.get("next").asText(), ann);
        assertThat(Json.texts(second.get("items"), "peer")).containsExactly("cem");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "read", "Unread", "unread%20", "unread&filter=x"})
    void unknownFilterIsRefused(String filter) {
        Answer answer = server.get(INBOX + "?filter=" + filter, ann);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Json.of(answer).get("code").asText()).isEqualTo("bad_parameter");
    }

    @Test
    void eventCursorMatchesThePage() {
        long before = seqOf(server.read(INBOX, bea));
        server.write("bea", "hello", ann);
        assertThat(seqOf(server.read(INBOX, bea))).isEqualTo(before + 1);
    }

    @Test
    void heldMessageIsVisibleOnlyToItsSender() {
        server.send("PUT", "/v1/blocks/ann", bea);
        JsonNode held = server.write("bea", "hello", ann);

        assertThat(server.read(INBOX, ann).at("/items/0/last_message")).isEqualTo(held);
        assertThat(server.read(INBOX, bea).get("items")).isEmpty();
        assertThat(server.get("/v1/unread", bea).body()).isEqualTo("{\"total\":0,\"conversations\":0}");

        server.send("DELETE", "/v1/blocks/ann", bea);
        assertThat(server.read(INBOX, bea).at("/items/0/last_message")).isEqualTo(held);
        assertThat(server.get("/v1/unread", bea).body()).isEqualTo("{\"total\":1,\"conversations\":1}");
    }

    @Test
    void blockedUsersAreNotCounted() {
        String cem = server.newcomer("cem");
        server.write("ann", "one", bea);
        server.write("ann", "two", cem);
        assertThat(server.read(INBOX, ann).at("/items/1/blocked").asBoolean(true))
                .isFalse();

        server.send("PUT", "/v1/blocks/bea", ann);
        JsonNode blocked = server.read(INBOX + "?filter=unread", ann).at("/items/1");
        assertThat(blocked.get("peer").asText()).isEqualTo("bea");
        assertThat(blocked.get("blocked").asBoolean()).isTrue();
        assertThat(blocked.get("unread_count").asLong()).isEqualTo(1);
        assertThat(server.get("/v1/unread", ann).body()).isEqualTo("{\"total\":1,\"conversations\":1}");

        server.send("DELETE", "/v1/blocks/bea", ann);
        assertThat(server.get("/v1/unread", ann).body()).isEqualTo("{\"total\":2,\"conversations\":2}");
    }

    @Test
    void unreadMessagesAreCounted() {
        String cem = server.newcomer("cem");
        assertThat(server.get("/v1/unread", ann).body()).isEqualTo("{\"total\":0,\"conversations\":0}");
        server.write("ann", "one", bea);
        server.write("ann", "two", bea);
        server.write("ann", "three", cem);
        assertThat(server.get("/v1/unread", ann).body()).isEqualTo("{\"total\":3,\"conversations\":2}");
        assertThat(server.get("/v1/unread", bea).body()).isEqualTo("{\"total\":0,\"conversations\":0}");
    }

    private void read(String peer, JsonNode message, String token) {
        String upTo = "{\"read_up_to\":%s}".formatted(message.get("id"));
        assertThat(server.put(INBOX + "/" + peer + "/receipts", upTo, token).status())
                .isEqualTo(200);
    }

    private static long seqOf(JsonNode inbox) {
        EventCursor cursor = EventCursors.CODEC.decode(inbox.get("event_cursor").asText());
        return cursor.seq();
    }
}
