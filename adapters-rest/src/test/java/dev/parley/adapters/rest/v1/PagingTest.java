package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class PagingTest {

    private static final TestClock CLOCK = TestClock.standing();
    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(CLOCK));
    private static final int MANY = 12;

    /** Each list has {@value #MANY} items. */
    private static final String LISTS = """
            /v1/users?prefix=many- | username
            /v1/blocks?x=1         | username
            /v1/sessions?x=1       | id
            /v1/conversations?x=1  | peer
            """;

    private static final String[] OTHERS = {
        "/v1/users?prefix=a",
        "/v1/blocks?y=1",
        "/v1/sessions?y=1",
        "/v1/conversations?y=1",
        "/v1/me/activity?y=1",
        "/v1/conversations/reader/messages?y=1"
    };

    private V1Server server;
    private String token;

    @BeforeEach
    void fill() {
        server = V1Server.at(SERVER);
        token = server.newcomer("reader");
        for (int i = 0; i < MANY; i++) {
            String name = "many-%02d".formatted(i);
            server.register(name);
            server.write(name, "hello", token);
            server.send("PUT", "/v1/blocks/" + name, token);
        }
        server.send("DELETE", "/v1/sessions?except=current", token);
        for (int i = 1; i < MANY; i++) {
            CLOCK.advance(Duration.ofMillis(i % 2)); // some at the same time
            server.token("reader");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/users?prefix=a&prefix=b, prefix",
        "/v1/users?prefix=a&%70refix=a, prefix",
        "/v1/blocks?limit=1&limit=1, limit",
        "/v1/sessions?after=&after=, after",
        "/v1/conversations?filter=unread&filter=unread, filter",
        "/v1/me/activity?type=BLOCK&type=LOGOUT, type",
        "/v1/conversations/reader/messages?around=1&limit=1&around=1, around",
        "/v1/events?wait=0&wait=1, wait",
        "/v1/events/stream?ticket=x&ticket=x, ticket",
    })
    void repeatedParameterIsRefused(String path, String parameter) {
        JsonNode problem = Json.of(server.get(path, token));
        assertThat(problem.get("code").asText()).isEqualTo("bad_parameter");
        assertThat(problem.get("detail").asText())
                .isEqualTo("The parameter \"" + parameter + "\" must not be repeated.");
    }

    @Test
    void unknownParameterMayBeRepeated() {
        assertThat(page("/v1/blocks?x=1&x=2&page=1&page=2&limit=1").get("items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LISTS)
    void pagesHaveNoGapsAndNoDuplicates(String list, String key) {
        List<String> all = Json.texts(page(list + "&limit=200").get("items"), key);
        assertThat(all).hasSize(MANY).doesNotHaveDuplicates();
        for (int limit : new int[] {1, 2, 3, 4, 5, 11, 12, 13}) {
            List<List<String>> pages = pages(list + "&limit=" + limit, key);
            assertThat(pages.stream().flatMap(List::stream)).containsExactlyElementsOf(all);
            assertThat(pages).hasSize((MANY + limit - 1) / limit);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LISTS)
    void cursorOfAnotherListIsRefused(String list) {
        String cursor = page(list + "&limit=1").get("next").asText();
        for (String other : OTHERS) {
            boolean isOwn = list.split("[?]", 2)[0].equals(other.split("[?]", 2)[0]);
            assertThat(server.get(other + "&after=" + cursor, token).status()).isEqualTo(isOwn ? 200 : 400);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LISTS)
    void modifiedCursorIsRefused(String list) {
        String cursor = page(list + "&limit=1").get("next").asText();
        List<String> touched = new ArrayList<>(List.of("", "x", "!", "AQ", cursor + "A", cursor + "=", "%00", "ş"));
        IntStream.range(1, cursor.length())
                .mapToObj(end -> cursor.substring(0, end))
                .forEach(touched::add);
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            touched.add(cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
        for (String bad : touched) {
            Answer answer = server.get(list + "&after=" + bad, token);
            assertThat(answer.status()).as(bad).isEqualTo(400);
            assertThat(Json.of(answer).get("code").asText()).isEqualTo("bad_cursor");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "201", "1000", "99999999999", "1.5", "1e1", "+5", "05", "%D9%A3", "all"})
    void invalidLimitIsRefused(String limit) {
        for (String list : OTHERS) {
            Answer answer = server.get(list + "&limit=" + limit, token);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(Json.of(answer).get("code").asText()).isEqualTo("bad_limit");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/users?prefix=a",
                "/v1/blocks?y=1",
                "/v1/sessions?y=1",
                "/v1/conversations?y=1",
                "/v1/me/activity?y=1",
                "/v1/events?wait=0"
            })
    void beforeIsRejectedOnForwardOnlyLists(String list) {
        String cursor = page("/v1/blocks?limit=1").get("next").asText();
        for (String before : new String[] {"", "zzz", cursor}) {
            Answer answer = server.get(list + "&before=" + before, token);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(Json.of(answer).get("code").asText()).isEqualTo("bad_parameter");
        }
    }

    @Test
    void defaultLimitIs50() {
        IntStream.range(0, 51).forEach(i -> server.register("crowd-%02d".formatted(i)));
        JsonNode first = page("/v1/users?prefix=crowd");
        assertThat(first.get("items")).hasSize(50);
        JsonNode second =
                page("/v1/users?prefix=crowd&after=" + first.get("next").asText());
        assertThat(Json.texts(second.get("items"), "username")).containsExactly("crowd-50");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void emptyListIsReturned() {
        assertThat(server.get("/v1/users?prefix=nobody", token).body()).isEqualTo("{\"items\":[],\"next\":null}");
        assertThat(server.get("/v1/blocks", server.newcomer("friend")).body())
                .isEqualTo("{\"items\":[],\"next\":null}");
    }

    private List<List<String>> pages(String list, String key) {
        List<List<String>> pages = new ArrayList<>();
        JsonNode page = page(list);
        pages.add(Json.texts(page.get("items"), key));
        while (!page.get("next").isNull()) {
            page = page(list + "&after=" + page.get("next").asText());
            assertThat(page.get("items")).isNotEmpty();
            pages.add(Json.texts(page.get("items"), key));
        }
        return pages;
    }

    private JsonNode page(String path) {
        Answer answer = server.get(path, token);
        assertThat(answer.status()).isEqualTo(200);
        return Json.of(answer);
    }
}
