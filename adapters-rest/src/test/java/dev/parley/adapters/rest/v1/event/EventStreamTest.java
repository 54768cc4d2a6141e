package dev.parley.adapters.rest.v1.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.adapters.rest.testkit.SseClient;
import dev.parley.adapters.rest.testkit.SseClient.Block;
import dev.parley.adapters.rest.v1.event.follow.EndReason;
import dev.parley.application.port.in.erasure.EraseAccountUseCase;
import dev.parley.application.port.in.receipt.MarkReadUseCase;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.conversation.Message;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DropwizardExtensionsSupport.class)
final class EventStreamTest {

    private static final UseCaseFixture WORLD = UseCaseFixture.empty();
    private static final RestServer SERVER = RestServer.over(InMemoryParley.over(WORLD.app()), "request-7");

    private static final AtomicInteger ARRIVALS = new AtomicInteger();

    private String name;
    private EventClient ann;

    @BeforeEach
    void arrive() {
        name = "ann-" + ARRIVALS.incrementAndGet();
        ann = EventClient.as(name, WORLD, SERVER);
    }

    @Test
    void streamStartsWithItsPositionAndSendsEvents() {
        EventClient bea = EventClient.as(name + "-bea", WORLD, SERVER);
        ann.notes(3, "before");
        try (SseClient stream = ann.stream()) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("content-type")).contains("text/event-stream;charset=utf-8");
            assertThat(stream.header("cache-control")).contains("no-store");
            assertThat(stream.header("x-accel-buffering")).contains("no");
            assertThat(stream.next().orElseThrow().fields())
                    .containsOnlyKeys("retry")
                    .containsEntry("retry", Integer.toString(RestServer.RETRY_MILLIS));
            String here = ann.cursor(3);
            assertThat(stream.eventsUntil("caught_up"))
                    .extracting(Block::event, Block::id, Block::data)
                    .containsExactly(
                            tuple("fresh", here, "{\"cursor\":\"" + here + "\"}"),
                            tuple("caught_up", here, "{\"cursor\":\"" + here + "\"}"));

            Message hello = WORLD.send(bea.user(), ann.user(), "grüß\ndich\u2028");

            Block event = stream.event();
            assertThat(event.event()).isEqualTo("message.created");
            assertThat(event.id()).isEqualTo(ann.cursor(4));
            assertThat(event.data())
                    .isEqualTo(("{\"seq\":4,\"type\":\"message.created\",\"at\":\"%3$s\",\"data\":"
                                    + "{\"peer\":\"%1$s-bea\",\"message\":{\"id\":\"%2$d\",\"sender\":\"%1$s-bea\","
                                    + "\"receiver\":\"%1$s\",\"content\":\"grüß\\ndich\\u2028\","
                                    + "\"sent_at\":\"%3$s\",\"status\":\"sent\"}}}")
                            .formatted(name, hello.id().value(), WORLD.now()));
        }
    }

    @Test
    void everyEventTypeHasItsFormat() {
        EventClient bea = EventClient.as(name + "-bea", WORLD, SERVER);
        EventClient phone = bea.elsewhere();
        try (SseClient stream = ann.caughtUp()) {
            Message sent = WORLD.send(ann.user(), bea.user(), "hello");
            assertThat(data(stream, "message.created")
                            .get("message")
                            .get("sender")
                            .asText())
                    .isEqualTo(name);
            read(bea, name, sent);
            JsonNode receipt = data(stream, "receipt.read");
            assertThat(receipt.fieldNames()).toIterable().containsExactly("peer", "read_up_to", "read_at");
            assertThat(receipt.get("peer").asText()).isEqualTo(name + "-bea");
            assertThat(receipt.get("read_up_to").asText())
                    .isEqualTo(Long.toString(sent.id().value()));
            WORLD.block(ann.user(), name + "-bea");
            assertThat(data(stream, "block.created")).isEqualTo(Json.of("{\"username\":\"" + name + "-bea\"}"));
            Message held = WORLD.send(bea.user(), ann.user(), "held");
            WORLD.unblock(ann.user(), name + "-bea");
            assertThat(data(stream, "block.removed")).isEqualTo(Json.of("{\"username\":\"" + name + "-bea\"}"));
            assertThat(data(stream, "message.released").get("message").get("id").asText())
                    .isEqualTo(Long.toString(held.id().value()));
            read(ann, name + "-bea", held);
            JsonNode reading = data(stream, "conversation.read");
            assertThat(reading.fieldNames())
                    .toIterable()
                    .containsExactly("peer", "read_up_to", "read_at", "unread_count");
            assertThat(reading.get("read_up_to").asText())
                    .isEqualTo(Long.toString(held.id().value()));
            assertThat(reading.get("unread_count").asLong()).isZero();
        }
        try (SseClient stream = bea.caughtUp()) {
            phone.logOut();
            assertThat(data(stream, "session.revoked"))
                    .isEqualTo(Json.of("{\"session_id\":\"%d\"}"
                            .formatted(phone.login().session().id().value())));
        }
    }

    @Test
    void reconnectResumesAtTheCursor() {
        ann.notes(150, "x".repeat(1000));
        List<Block> all = new ArrayList<>();
        String last = ann.cursor(0);
        for (int visit = 0; visit < 6; visit++) {
            try (SseClient stream = ann.streamAfter(last)) {
                Block first = stream.event();
                assertThat(first.event()).isEqualTo("resumed");
                assertThat(first.data()).isEqualTo("{\"cursor\":\"" + last + "\"}");
                for (int i = 0; i < 25; i++) {
                    all.add(stream.event());
                }
                last = all.getLast().id();
            }
        }
        assertThat(EventClient.seqs(all)).isEqualTo(numbers(1, 150));
        try (SseClient stream = ann.streamAfter(last)) {
            assertThat(stream.eventsUntil("caught_up"))
                    .extracting(Block::event)
                    .containsExactly("resumed", "caught_up");
        }
    }

    @Test
    void headerTakesPrecedenceOverTheParameter() {
        ann.notes(5, "x");
        Request request = ann.request("/v1/events/stream?after=" + ann.cursor(4));
        try (SseClient stream = SseClient.open(SERVER.base(), request)) {
            assertThat(EventClient.seqs(stream.eventsUntil("caught_up"))).containsExactly(5L);
        }
        try (SseClient stream = SseClient.open(SERVER.base(), request.with("Last-Event-ID", ann.cursor(2)))) {
            assertThat(EventClient.seqs(stream.eventsUntil("caught_up"))).containsExactly(3L, 4L, 5L);
        }
        try (SseClient stream = SseClient.open(SERVER.base(), request.with("Last-Event-ID", ""))) {
            assertThat(EventClient.seqs(stream.eventsUntil("caught_up"))).containsExactly(5L);
        }
    }

    @Test
    void cursorThatMissesEventsIsReset() {
        ann.notes(3, "x");
        assertThat(firstAfter(ann.cursor(4), "future")).isEqualTo(ann.cursor(3));
        WORLD.secondsLater(1);
        WORLD.stores().events().removeBefore(WORLD.now());
        ann.notes(1, "x");
        assertThat(firstAfter(ann.cursor(2), "expired")).isEqualTo(ann.cursor(4));
        try (SseClient stream = ann.streamAfter(ann.cursor(3))) {
            assertThat(EventClient.seqs(stream.eventsUntil("caught_up"))).containsExactly(4L);
        }
    }

    @Test
    void newEpochResetsOpenStreams() {
        String before = ann.cursor(0);
        try (SseClient stream = ann.caughtUp()) {
            WORLD.stores().epochs().renew();
            ann.notes(1, "unseen");
            assertThat(stream.event().event()).isEqualTo("reset");
            assertThat(stream.event().event()).isEqualTo("caught_up");
            ann.notes(1, "seen");
            assertThat(stream.event().id()).isEqualTo(ann.cursor(2));
        }
        assertThat(firstAfter(before, "other_epoch")).isEqualTo(ann.cursor(2));
    }

    /** @return the cursor at which the stream continues */
    private String firstAfter(String cursor, String reason) {
        try (SseClient stream = ann.streamAfter(cursor)) {
            List<Block> events = stream.eventsUntil("caught_up");
            assertThat(events).extracting(Block::event).containsExactly("reset", "caught_up");
            String here = events.getFirst().id();
            assertThat(events.getFirst().data())
                    .isEqualTo("{\"cursor\":\"%s\",\"reason\":\"%s\",\"snapshot\":\"/v1/conversations\"}"
                            .formatted(here, reason));
            return here;
        }
    }

    @Test
    void invalidCursorIsRefused() {
        for (String bad : new String[] {"x", "0", ann.cursor(1) + "A"}) {
            try (SseClient answer = ann.streamAfter(bad)) {
                assertThat(answer.status()).isEqualTo(400);
                assertThat(Json.of(answer.body()).get("code").asText()).isEqualTo("bad_cursor");
            }
        }
    }

    @Test
    void tokenIsAcceptedOnlyInTheHeader() {
        String token = ann.login().token().value();
        for (Request request : List.of(
                Request.of("GET", "/v1/events/stream"),
                Request.of("GET", "/v1/events/stream?token=" + token),
                Request.of("GET", "/v1/events/stream?access_token=" + token),
                Request.of("GET", "/v1/events/stream").with("Authorization", "Bearer"))) {
            assertRefused(request, "unauthenticated");
        }
        assertRefused(Request.of("GET", "/v1/events/stream?ticket=" + token), "invalid_ticket");
        assertRefused(Request.of("GET", "/v1/events/stream").as("0".repeat(40)), "invalid_token");
        Request bearer = Request.of("GET", "/v1/events/stream").with("Authorization", "Bearer " + token);
        try (SseClient stream = SseClient.open(SERVER.base(), bearer)) {
            assertThat(stream.status()).isEqualTo(200);
        }
    }

    @Test
    void ticketOpensOneStream() {
        Request request = ticketed();
        try (SseClient stream = SseClient.open(SERVER.base(), request)) {
            var unused = stream.eventsUntil("caught_up");
            ann.notes(1, "x");
            assertThat(stream.event().id()).isEqualTo(ann.cursor(1));
        }
        assertRefused(request, "invalid_ticket");
        Request late = ticketed();
        WORLD.secondsLater(30);
        assertRefused(late, "invalid_ticket");
        Request revoked = ticketed();
        ann.logOut();
        assertRefused(revoked, "invalid_ticket");
    }

    @Test
    void refusedRequestDoesNotUseUpTheTicket() {
        Request request = ticketed();
        RawHttp http = new RawHttp(SERVER.base());
        assertThat(http.send(Request.of("HEAD", request.path())).status()).isEqualTo(200);
        for (Request bad : List.of(
                request.with("Last-Event-ID", "x"),
                Request.of("GET", request.path() + "&after=x"),
                Request.of("HEAD", request.path() + "&after=x"))) {
            assertThat(http.send(bad).status()).isEqualTo(400);
        }

        try (SseClient stream = SseClient.open(SERVER.base(), request)) {
            assertThat(stream.status()).isEqualTo(200);
        }
    }

    @Test
    void headWithAMalformedTicketIsRefused() {
        RawHttp http = new RawHttp(SERVER.base());
        assertThat(http.send(Request.of("HEAD", "/v1/events/stream?ticket=x")).status())
                .isEqualTo(401);
        assertThat(http.send(Request.of("HEAD", "/v1/events/stream")).status()).isEqualTo(401);
    }

    @Test
    void invalidTokenIsReportedBeforeAnInvalidCursor() {
        assertRefused(Request.of("GET", "/v1/events/stream?after=x"), "unauthenticated");
        assertRefused(Request.of("GET", "/v1/events/stream?after=x").as("0".repeat(40)), "invalid_token");
    }

    private Request ticketed() {
        RawHttp.Answer answer = new RawHttp(SERVER.base())
                .send(Request.of("POST", "/v1/events/tickets")
                        .as(ann.login().token().value()));
        assertThat(answer.status()).isEqualTo(201);
        String ticket = Json.of(answer).get("ticket").asText();
        assertThat(Json.of(answer).get("expires_at").asText())
                .isEqualTo(WORLD.now().plusSeconds(30).toString());
        return Request.of("GET", "/v1/events/stream?ticket=" + ticket);
    }

    private static void assertRefused(Request request, String code) {
        try (SseClient answer = SseClient.open(SERVER.base(), request)) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("content-type")).contains("application/problem+json");
            assertThat(answer.header("www-authenticate")).isPresent();
            assertThat(Json.of(answer.body()).get("code").asText()).isEqualTo(code);
        }
    }

    @Test
    void endedSessionReceivesNoEvents() {
        EventClient phone = ann.elsewhere();
        try (SseClient stream = ann.caughtUp();
                SseClient other = phone.caughtUp()) {
            ann.notes(1, "for both");
            assertThat(stream.event().id()).isEqualTo(ann.cursor(1));
            ann.logOut();
            phone.notes(1, "for the other");
            List<Block> rest = stream.rest();
            assertThat(rest).extracting(Block::event).containsExactly("bye");
            assertThat(rest.getFirst().data()).isEqualTo("{\"code\":\"session_ended\"}");
            assertThat(EventClient.seqs(List.of(other.event(), other.event(), other.event())))
                    .isEqualTo(numbers(1, 3));
        }
        await().untilAsserted(() -> assertThat(SERVER.events().endedStreams(EndReason.SESSION_ENDED))
                .isPositive());
    }

    @Test
    void erasedAccountEndsItsStreams() {
        try (SseClient stream = ann.caughtUp()) {
            WORLD.app()
                    .erase()
                    .erase(new EraseAccountUseCase.Command(UseCaseFixture.caller(ann.login()), UseCaseFixture.ORIGIN));
            assertThat(stream.rest()).extracting(Block::data).containsExactly("{\"code\":\"session_ended\"}");
        }
    }

    @Test
    void headRespondsAsAStreamAndOpensNone() {
        int before = SERVER.events().openStreams();
        RawHttp.Answer answer = new RawHttp(SERVER.base())
                .send(Request.of("HEAD", "/v1/events/stream")
                        .as(ann.login().token().value()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).contains("text/event-stream;charset=utf-8");
        assertThat(answer.body()).isEmpty();
        assertThat(SERVER.events().openStreams()).isLessThanOrEqualTo(before);
    }

    @Test
    void clientThatAcceptsOnlyJsonIsRefused() {
        try (SseClient answer =
                SseClient.open(SERVER.base(), ann.request("/v1/events/stream").with("Accept", "application/json"))) {
            assertThat(answer.status()).isEqualTo(406);
        }
    }

    @Test
    void ninthStreamOfASessionEndsTheFirst() {
        List<SseClient> eight =
                IntStream.range(0, 8).mapToObj(i -> ann.caughtUp()).toList();
        try (SseClient ninth = ann.caughtUp()) {
            assertThat(eight.getFirst().rest()).extracting(Block::data).containsExactly("{\"code\":\"replaced\"}");
            ann.notes(1, "x");
            assertThat(ninth.event().id()).isEqualTo(ann.cursor(1));
            assertThat(eight.getLast().event().id()).isEqualTo(ann.cursor(1));
        }
        eight.forEach(SseClient::close);
    }

    @Test
    void openStreamsHoldNoServerThreads() {
        List<SseClient> streams = IntStream.range(0, 300)
                .mapToObj(i -> ann.elsewhere().caughtUp())
                .toList();
        ann.notes(40, "x");
        for (SseClient stream : streams) {
            List<Block> events =
                    IntStream.range(0, 40).mapToObj(i -> stream.event()).toList();
            assertThat(EventClient.seqs(events)).isEqualTo(numbers(1, 40));
            stream.close();
        }
        // the server detects a disconnected client at the next write
        await().untilAsserted(() -> {
            ann.notes(1, "x");
            assertThat(SERVER.events().openStreams()).isLessThan(50);
        });
    }

    private static JsonNode data(SseClient stream, String type) {
        return Json.of(stream.eventsUntil(type).getLast().data()).get("data");
    }

    private static void read(EventClient reader, String peer, Message upTo) {
        assertThat(WORLD.app().markRead().markRead(new MarkReadUseCase.Command(reader.user(), peer, upTo.id())))
                .isInstanceOf(MarkReadUseCase.Result.Marked.class);
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
