package dev.parley.adapters.rest.v1.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.UseCaseFixture;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class EventPollTest {

    private static final UseCaseFixture WORLD = UseCaseFixture.empty();
    private static final RestServer SERVER = RestServer.over(InMemoryParley.over(WORLD.app()), "request-7");
    private static final Executor ELSEWHERE = task -> Thread.ofVirtual().start(task);

    private static final AtomicInteger ARRIVALS = new AtomicInteger();

    private EventClient ann;
    private RawHttp http;

    @BeforeEach
    void arrive() {
        ann = EventClient.as("ann-" + ARRIVALS.incrementAndGet(), WORLD, SERVER);
        http = new RawHttp(SERVER.base());
    }

    @Test
    void pastEventsAreReturnedImmediatelyInPages() {
        ann.notes(5, "x");
        JsonNode first = page(ann.cursor(0), "&limit=3");
        assertThat(seqs(first)).containsExactly(1L, 2L, 3L);
        assertThat(first.get("has_more").asBoolean()).isTrue();
        assertThat(first.get("cursor").asText()).isEqualTo(ann.cursor(3));
        JsonNode second = page(ann.cursor(3), "&limit=3");
        assertThat(seqs(second)).containsExactly(4L, 5L);
        assertThat(second.get("has_more").asBoolean()).isFalse();
        assertThat(second.get("items").get(0).fieldNames()).toIterable().containsExactly("seq", "type", "at", "data");
    }

    @Test
    void pollWithoutWaitReturnsAnEmptyPage() {
        ann.notes(2, "x");
        assertThat(get("/v1/events?wait=0").body())
                .isEqualTo("{\"items\":[],\"cursor\":\"%s\",\"has_more\":false}".formatted(ann.cursor(2)));
        assertThat(get("/v1/events?wait=0&after=" + ann.cursor(2)).body())
                .isEqualTo("{\"items\":[],\"cursor\":\"%s\",\"has_more\":false}".formatted(ann.cursor(2)));
        assertThat(get("/v1/events?wait=1").body())
                .isEqualTo("{\"items\":[],\"cursor\":\"%s\",\"has_more\":false}".formatted(ann.cursor(2)));
    }

    @Test
    void waitingPollReturnsTheFirstEvent() {
        ann.notes(2, "before");
        CompletableFuture<Answer> poll = inBackground("/v1/events");
        awaitPolls(1);
        ann.notes(1, "now");
        JsonNode page = Json.of(poll.join());
        assertThat(seqs(page)).containsExactly(3L);
        assertThat(page.get("items")
                        .get(0)
                        .get("data")
                        .get("message")
                        .get("content")
                        .asText())
                .isEqualTo("now");
        assertThat(page.get("cursor").asText()).isEqualTo(ann.cursor(3));
    }

    @Test
    void waitingPollsHoldNoServerThreads() {
        List<EventClient> devices =
                IntStream.range(0, 100).mapToObj(i -> ann.elsewhere()).toList();
        List<CompletableFuture<Answer>> polls = devices.stream()
                .map(device -> CompletableFuture.supplyAsync(() -> http.send(device.request("/v1/events")), ELSEWHERE))
                .toList();
        awaitPolls(100);
        assertThat(get("/v1/me").status()).isEqualTo(200);
        ann.notes(1, "x");
        assertThat(polls)
                .allSatisfy(poll -> assertThat(seqs(Json.of(poll.join()))).containsExactly(1L));
    }

    @Test
    void revokedSessionEndsItsPoll() {
        EventClient phone = ann.elsewhere();
        CompletableFuture<Answer> poll = inBackground("/v1/events");
        awaitPolls(1);
        ann.logOut();
        assertThat(poll.join().status()).isEqualTo(401);
        assertThat(Json.of(poll.join()).get("code").asText()).isEqualTo("invalid_token");
        assertThat(http.send(phone.request("/v1/events?after=" + ann.cursor(0))).body())
                .contains("session.revoked");
    }

    @Test
    void ninthPollOfASessionEndsTheFirst() {
        CompletableFuture<Answer> first = inBackground("/v1/events");
        awaitPolls(1);
        List<CompletableFuture<Answer>> others =
                IntStream.range(0, 8).mapToObj(i -> inBackground("/v1/events")).toList();
        assertThat(first.join().body())
                .isEqualTo("{\"items\":[],\"cursor\":\"%s\",\"has_more\":false}".formatted(ann.cursor(0)));
        awaitPolls(8);
        ann.notes(1, "x");
        assertThat(others)
                .allSatisfy(poll -> assertThat(seqs(Json.of(poll.join()))).containsExactly(1L));
    }

    @Test
    void cursorThatMissesEventsIsExpired() {
        ann.notes(3, "x");
        WORLD.secondsLater(1);
        WORLD.stores().events().removeBefore(WORLD.now());
        assertExpired(ann.cursor(4), "future", "The cursor is ahead of the newest event.");
        assertExpired(ann.cursor(2), "expired", "Events after the cursor have been deleted.");
        String before = ann.cursor(3);
        WORLD.stores().epochs().renew();
        assertExpired(
                before,
                "other_epoch",
                "The cursor belongs to an earlier event history: the service was restored since.");
    }

    private void assertExpired(String cursor, String reason, String detail) {
        Answer answer = get("/v1/events?after=" + cursor);
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.header("content-type")).contains("application/problem+json");
        assertThat(answer.body())
                .isEqualTo(
                        ("{\"type\":\"urn:parley:problem:cursor_expired\",\"title\":\"Cursor expired\",\"status\":410,"
                                        + "\"detail\":\"%s\",\"code\":\"cursor_expired\",\"request_id\":\"request-7\","
                                        + "\"reason\":\"%s\",\"snapshot\":\"/v1/conversations\"}")
                                .formatted(detail, reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wait= bad_parameter", "wait=-1 bad_parameter", "wait=26 bad_parameter", "wait=01 bad_parameter",
                "wait=1.5 bad_parameter", "wait=long bad_parameter", "limit=0 bad_limit", "limit=201 bad_limit",
                "after= bad_cursor", "after=x bad_cursor"
            })
    void invalidParameterIsRefused(String query) {
        Answer answer = get("/v1/events?" + query.split(" ", 2)[0]);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Json.of(answer).get("code").asText()).isEqualTo(query.split(" ", 2)[1]);
    }

    private void awaitPolls(int count) {
        await().untilAsserted(() -> assertThat(SERVER.events().waitingPolls()).isEqualTo(count));
    }

    private CompletableFuture<Answer> inBackground(String path) {
        return CompletableFuture.supplyAsync(() -> get(path), ELSEWHERE);
    }

    private Answer get(String path) {
        return http.send(ann.request(path));
    }

    private JsonNode page(String after, String more) {
        Answer answer = get("/v1/events?after=" + after + more);
        assertThat(answer.status()).isEqualTo(200);
        return Json.of(answer);
    }

    private static List<Long> seqs(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(item -> item.get("seq").asLong())
                .toList();
    }
}
