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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class ActivityTest {

    private static final String ACTIVITY = "/v1/me/activity";

    private static final TestClock CLOCK = TestClock.standing();
    private static final InMemoryStores STORES = InMemoryStores.empty();
    private static final UseCases ALL = UseCases.over(STORES, CLOCK);
    private static final RestServer SERVER = RestServer.over(InMemoryParley.over(ALL));

    private V1Server server;
    private String ann;

    @BeforeEach
    void act() {
        server = V1Server.at(SERVER);
        server.register("bea");
        ann = server.newcomer("ann");
        CLOCK.advance(Duration.ofSeconds(1));
        server.write("bea", "hello", ann);
        server.send("PUT", "/v1/blocks/bea", ann);
        server.login("ann", "wrong password");
        var unused = ALL.relay().relay();
    }

    @AfterEach
    void leave() {
        STORES.unitOfWork().clear();
    }

    @Test
    void latestActivityIsFirst() {
        JsonNode page = server.read(ACTIVITY, ann);
        assertThat(page.fieldNames()).toIterable().containsExactly("items", "next");
        assertThat(Json.texts(page.get("items"), "type"))
                .containsExactly("INVALID_LOGIN", "BLOCK", "MESSAGE_SEND", "VALID_LOGIN", "SIGN_UP");
        assertThat(page.get("next").isNull()).isTrue();
    }

    @Test
    void activityHasActionOriginAndSubject() {
        JsonNode sent = server.read(ACTIVITY, ann).at("/items/2");
        String session = server.read("/v1/me", ann).get("session_id").asText();
        String message =
                server.read(V1Server.messages("bea"), ann).at("/items/0/id").asText();
        assertThat(sent.toString())
                .isEqualTo(("{\"type\":\"MESSAGE_SEND\",\"at\":\"%s\","
                                + "\"address\":\"127.0.0.1\",\"user_agent\":null,\"session_id\":\"%s\","
                                + "\"subject\":\"bea\",\"details\":{\"message_id\":\"%s\"}}")
                        .formatted(CLOCK.instant(), session, message));
    }

    @Test
    void terminalControlCharactersAreReplaced() {
        server.http().send(V1Server.request("DELETE", "/v1/blocks/bea", ann).with("User-Agent", "agent\u009b2J\u0085"));
        var unused = ALL.relay().relay();

        assertThat(server.read(ACTIVITY, ann).at("/items/0/user_agent").asText())
                .isEqualTo("agent\uFFFD2J\uFFFD");
    }

    @Test
    void failedLoginHasNoSessionAndNoSubject() {
        JsonNode failed = server.read(ACTIVITY, ann).at("/items/0");
        assertThat(failed.get("session_id").isNull()).isTrue();
        assertThat(failed.get("subject").isNull()).isTrue();
        assertThat(failed.get("details")).isEmpty();
    }

    @Test
    void activitiesOfOtherUsersAreNotListed() {
        assertThat(Json.texts(server.read(ACTIVITY, server.token("bea")).get("items"), "type"))
                .containsExactly("SIGN_UP");
    }

    @Test
    void listCanBeFilteredByType() {
        assertThat(Json.texts(server.read(ACTIVITY + "?type=BLOCK", ann).get("items"), "type"))
                .containsExactly("BLOCK");
        assertThat(server.get(ACTIVITY + "?type=LOGOUT", ann).body()).isEqualTo("{\"items\":[],\"next\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "block", "BLOCK%20", "NOPE", "BLOCK&type=x"})
    void unknownTypeIsRefused(String type) {
        Answer answer = server.get(ACTIVITY + "?type=" + type, ann);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Json.of(answer).get("code").asText()).isEqualTo("bad_parameter");
    }

    @Test
    void pagesHaveNoGapsAndNoDuplicates() {
        List<String> whole = Json.texts(server.read(ACTIVITY, ann).get("items"), "type");
        for (int limit = 1; limit <= whole.size() + 1; limit++) {
            List<String> paged = new ArrayList<>();
            JsonNode page = server.read(ACTIVITY + "?limit=" + limit, ann);
            paged.addAll(Json.texts(page.get("items"), "type"));
            while (!page.get("next").isNull()) {
                page = server.read(
                        ACTIVITY + "?limit=" + limit + "&after="
                                + page.get("next").asText(),
                        ann);
                assertThat(page.get("items")).isNotEmpty();
                paged.addAll(Json.texts(page.get("items"), "type"));
            }
            assertThat(paged).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "x", "AQ"})
    void invalidCursorIsRefused(String cursor) {
        Answer answer = server.get(ACTIVITY + "?after=" + cursor, ann);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Json.of(answer).get("code").asText()).isEqualTo("bad_cursor");
    }
}
