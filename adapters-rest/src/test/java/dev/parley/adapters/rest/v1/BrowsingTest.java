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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class BrowsingTest {

    private static final int MANY = 12;
    private static final String WITH_BEA = V1Server.messages("bea");

    private static final InMemoryStores STORES = InMemoryStores.empty();
    private static final RestServer SERVER =
            RestServer.over(InMemoryParley.over(UseCases.over(STORES, TestClock.standing())));

    private V1Server server;
    private String ann;
    private String bea;

    /** Message ids, oldest first. */
    private List<String> written;

    @BeforeEach
    void write() {
        server = V1Server.at(SERVER);
        ann = server.newcomer("ann");
        bea = server.newcomer("bea");
        server.write("ann", "a note beside it", ann);
        written = IntStream.range(0, MANY)
                .mapToObj(i -> i % 2 == 0 ? server.write("bea", "m" + i, ann) : server.write("ann", "m" + i, bea))
                .map(message -> message.get("id").asText())
                .toList();
    }

    @AfterEach
    void leave() {
        STORES.unitOfWork().clear();
    }

    @Test
    void newestMessagesAreFirst() {
        JsonNode page = server.read(WITH_BEA, ann);
        assertThat(page.fieldNames()).toIterable().containsExactly("items", "next", "before", "after");
        assertThat(ids(page)).containsExactlyElementsOf(written.reversed());
        assertThat(page.get("next").isNull()).isTrue();
        assertThat(page.get("before").isNull()).isTrue();
        assertThat(page.get("after").isTextual()).isTrue();
        assertThat(server.read(V1Server.messages("ann"), bea)).isEqualTo(page);
    }

    @Test
    void olderPagesHaveNoGaps() {
        for (int limit = 1; limit <= MANY + 1; limit++) {
            List<JsonNode> pages = pages(WITH_BEA + "?limit=" + limit, "before");
            assertThat(pages.stream().flatMap(page -> ids(page).stream()))
                    .containsExactlyElementsOf(written.reversed());
            assertThat(pages).hasSize((MANY + limit - 1) / limit);
            assertThat(pages).allSatisfy(page -> assertThat(page.get("next")).isEqualTo(page.get("before")));
        }
    }

    @Test
    void newerPagesHaveNoGaps() {
        for (int limit = 1; limit <= MANY; limit++) {
            List<JsonNode> pages = pages(WITH_BEA + "?limit=" + limit + "&after=" + written.getFirst(), "after");
            assertThat(pages.reversed().stream().flatMap(page -> ids(page).stream()))
                    .containsExactlyElementsOf(written.subList(1, MANY).reversed());
            assertThat(pages)
                    .allSatisfy(
                            page -> assertThat(page.get("before").isTextual()).isTrue());
        }
    }

    @Test
    void pagingBackReturnsTheSamePage() {
        JsonNode newest = server.read(WITH_BEA + "?limit=5", ann);
        JsonNode older = server.read(WITH_BEA + "?limit=5&before=" + text(newest, "before"), ann);
        assertThat(ids(older)).containsExactlyElementsOf(written.reversed().subList(5, 10));
        JsonNode back = server.read(WITH_BEA + "?limit=5&after=" + text(older, "after"), ann);
        assertThat(ids(back)).isEqualTo(ids(newest));
        assertThat(back.get("next").isNull()).isTrue();
    }

    @Test
    void cursorAtTheNewestMessageFindsLaterMessages() {
        String newest = text(server.read(WITH_BEA + "?limit=1", ann), "after");
        String sameById = written.getLast();
        for (String after : new String[] {newest, sameById}) {
            JsonNode nothing = server.read(WITH_BEA + "?after=" + after, ann);
            assertThat(nothing.get("items")).isEmpty();
            assertThat(nothing.get("next").isNull()).isTrue();
            assertThat(text(nothing, "after")).isEqualTo(newest);
            JsonNode older = server.read(WITH_BEA + "?before=" + text(nothing, "before"), ann);
            assertThat(ids(older))
                    .containsExactlyElementsOf(written.subList(0, MANY - 1).reversed());
        }
        JsonNode late = server.write("ann", "late", bea);
        for (String after : new String[] {newest, sameById}) {
            assertThat(server.read(WITH_BEA + "?after=" + after, ann).get("items"))
                    .containsExactly(late);
        }
    }

    @Test
    void pageBeforeTheOldestIsEmptyAndAfterItHasTheRest() {
        JsonNode page = server.read(WITH_BEA + "?before=" + written.getFirst(), ann);
        assertThat(page.get("items")).isEmpty();
        assertThat(page.get("next").isNull()).isTrue();
        assertThat(page.get("before").isNull()).isTrue();
        JsonNode newer = server.read(WITH_BEA + "?after=" + text(page, "after"), ann);
        assertThat(ids(newer))
                .containsExactlyElementsOf(written.subList(1, MANY).reversed());
    }

    @Test
    void pageOfLargeMessagesIsShortAndHasANext() {
        List<String> large = IntStream.range(0, 6)
                .mapToObj(i -> server.write("bea", "🙂".repeat(65_536), ann))
                .map(message -> message.get("id").asText())
                .toList();
        List<JsonNode> pages = pages(WITH_BEA + "?limit=200", "before");
        assertThat(ids(pages.getFirst()))
                .containsExactlyElementsOf(large.subList(2, 6).reversed());
        assertThat(pages).hasSize(2);
        assertThat(pages.stream().flatMap(page -> ids(page).stream()))
                .containsExactlyElementsOf(Stream.concat(large.reversed().stream(), written.reversed().stream())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "5, 4, 4, 7",
        "5, 5, 3, 7",
        "5, 1, 5, 5",
        "0, 4, 0, 2",
        "11, 4, 10, 11",
        "5, 200, 0, 11",
    })
    void pageAroundAMessageIsCentred(int at, int limit, int oldest, int newest) {
        JsonNode page = server.read(WITH_BEA + "?limit=" + limit + "&around=" + written.get(at), ann);
        assertThat(ids(page)).isEqualTo(written.subList(oldest, newest + 1).reversed());
        assertThat(page.get("before").isNull()).isEqualTo(oldest == 0);
        assertThat(page.get("next")).isEqualTo(page.get("before"));
        assertThat(page.get("after").isTextual()).isTrue();
    }

    @Test
    void pageAroundACursorIsCentred() {
        String cursor = text(server.read(WITH_BEA + "?limit=3", ann), "before");
        JsonNode page = server.read(WITH_BEA + "?limit=1&around=" + cursor, ann);
        assertThat(ids(page)).containsExactly(written.get(MANY - 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"before=%s&after=%s", "before=%s&around=%s", "after=%s&around=%s", "after=&before=%s"})
    void severalDirectionsAreRefused(String query) {
        String id = written.getFirst();
        assertRefused(server.get(WITH_BEA + "?" + query.formatted(id, id), ann), 400, "bad_parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after", "around"})
    void invalidPositionIsRefused(String side) {
        String cursor = text(server.read(WITH_BEA, ann), "after");
        List<String> touched = new ArrayList<>(List.of("", "x", "-1", "1.5", "%D9%A3", "1x", cursor + "A", "+1"));
        IntStream.range(1, cursor.length())
                .mapToObj(end -> cursor.substring(0, end))
                .forEach(touched::add);
        for (String bad : touched) {
            assertRefused(server.get(WITH_BEA + "?" + side + "=" + bad, ann), 400, "bad_cursor");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after", "around"})
    void cursorOfAnotherConversationIsRefused(String side) {
        String foreign = text(server.read(V1Server.messages("ann"), ann), "after");
        assertRefused(server.get(WITH_BEA + "?" + side + "=" + foreign, ann), 400, "bad_cursor");
        server.register("cem");
        assertRefused(server.get(V1Server.messages("cem") + "?" + side + "=" + foreign, ann), 400, "bad_cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after", "around"})
    void idOfAnInvisibleMessageIsNotFound(String side) {
        String inOtherConversation =
                server.read(V1Server.messages("ann"), ann).at("/items/0/id").asText();
        server.send("PUT", "/v1/blocks/ann", bea);
        String held = server.write("bea", "held", ann).get("id").asText();
        for (String id : new String[] {inOtherConversation, held, "0", "007", "999999999999999999", "9".repeat(30)}) {
            String query = "?" + side + "=" + id;
            assertRefused(server.get(V1Server.messages("ann") + query, bea), 404, "message_not_found");
        }
        assertThat(server.get(WITH_BEA + "?" + side + "=" + held, ann).status()).isEqualTo(200);
    }

    @Test
    void browsingDoesNotMarkMessagesRead() {
        String before = server.get("/v1/unread", ann).body();
        server.read(WITH_BEA, ann);
        assertThat(server.get("/v1/unread", ann).body()).isEqualTo(before);
        assertThat(server.get("/v1/messages/" + written.get(1) + "/receipts", bea)
                        .body())
                .contains("\"read_at\":null");
    }

    @Test
    void conversationWithoutMessagesIsEmpty() {
        server.register("cem");
        assertThat(server.get(V1Server.messages("cem"), ann).body())
                .isEqualTo("{\"items\":[],\"next\":null,\"before\":null,\"after\":null}");
        assertRefused(
                server.get(V1Server.messages("cem") + "?after=" + written.getFirst(), ann), 404, "message_not_found");
    }

    @Test
    void invalidParameterIsReportedBeforeAnUnknownUser() {
        String unknownUser = V1Server.messages("nobody");
        assertRefused(server.get(unknownUser, ann), 404, "user_not_found");
        assertRefused(server.get(unknownUser + "?after=" + written.getFirst(), ann), 404, "user_not_found");
        assertRefused(server.get(unknownUser + "?after=007", ann), 404, "user_not_found");
        assertRefused(server.get(unknownUser + "?after=x", ann), 400, "bad_cursor");
        assertRefused(server.get(unknownUser + "?limit=0", ann), 400, "bad_limit");
    }

    @Test
    void heldMessageIsVisibleOnlyToItsSender() {
        server.send("PUT", "/v1/blocks/ann", bea);
        JsonNode held = server.write("bea", "held", ann);
        assertThat(server.read(WITH_BEA, ann).at("/items/0")).isEqualTo(held);
        assertThat(ids(server.read(V1Server.messages("ann"), bea))).containsExactlyElementsOf(written.reversed());

        server.send("DELETE", "/v1/blocks/ann", bea);
        assertThat(server.read(V1Server.messages("ann"), bea).at("/items/0")).isEqualTo(held);
    }

    private List<JsonNode> pages(String first, String direction) {
        List<JsonNode> pages = new ArrayList<>();
        JsonNode page = server.read(first, ann);
        pages.add(page);
        while (!page.get("next").isNull()) {
            String path = first.replaceFirst("&after=.*", "");
            page = server.read(path + "&" + direction + "=" + text(page, "next"), ann);
            assertThat(page.get("items")).isNotEmpty();
            pages.add(page);
        }
        return pages;
    }

    private static List<String> ids(JsonNode page) {
        return Json.texts(page.get("items"), "id");
    }

    private static String text(JsonNode page, String field) {
        return page.get(field).asText();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(Json.of(answer).get("code").asText()).isEqualTo(code);
    }
}
