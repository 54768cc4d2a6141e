package dev.parley.adapters.rest.v1.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.adapters.rest.testkit.SseClient;
import dev.parley.adapters.rest.testkit.SseClient.Block;
import dev.parley.adapters.rest.v1.event.follow.EndReason;
import dev.parley.adapters.rest.v1.event.follow.EventConnectionSettings;
import dev.parley.application.port.in.event.ReadEventsUseCase;
import dev.parley.application.port.in.event.ReadEventsUseCase.Query;
import dev.parley.application.port.in.event.ReadEventsUseCase.Result;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.event.Subscription;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each test has its own server, with its own limits or faults. */
final class EventConnectionLimitsTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofHours(1);
    private static final EventConnectionSettings PATIENT =
            new EventConnectionSettings(100, 100, 8, 4, 8 << 20, LONG, LONG, LONG, SHORT);
    private static final Executor ELSEWHERE = task -> Thread.ofVirtual().start(task);

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final InMemoryParley parley = InMemoryParley.over(world.app());
    private final List<RestServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(RestServer::after);
    }

    private RestServer serve(InMemoryParley served) {
        return started(RestServer.over(served));
    }

    private RestServer serve(InMemoryParley served, LongSupplier nanoTime) {
        return started(RestServer.over(served, nanoTime));
    }

    private RestServer started(RestServer server) {
        servers.add(server);
        assertThatCode(server::before).doesNotThrowAnyException();
        return server;
    }

    private InMemoryParley reading(BiFunction<ReadEventsUseCase, Query, Result> read) {
        ReadEventsUseCase real = parley.get(ReadEventsUseCase.class);
        return parley.with(PATIENT).with(ReadEventsUseCase.class, new ReadingAs(real, read));
    }

    @Test
    void clientThatStopsReadingIsDisconnected() {
        AtomicLong handedOut = new AtomicLong();
        EventConnectionSettings hasty =
                new EventConnectionSettings(100, 100, 8, 4, 8 << 20, LONG, Duration.ofMillis(200), LONG, SHORT);
        RestServer server = serve(
                reading((read, query) -> counted(read.read(query), handedOut)).with(hasty));
        EventClient ann = EventClient.as("ann", world, server);
        ann.notes(100, "€".repeat(65_536));
        try (SseClient stream =
                SseClient.open(server.base(), ann.request("/v1/events/stream?after=" + ann.cursor(0)), 4096)) {
            assertThat(stream.status()).isEqualTo(200);
            await().untilAsserted(() ->
                    assertThat(server.events().endedStreams(EndReason.TOO_SLOW)).isEqualTo(1));
            assertThat(server.events().openStreams()).isZero();
            assertThat(handedOut).hasValueLessThan(100);
            assertThat(EventClient.seqs(stream.rest())).hasSizeLessThan(50);
        }
        try (SseClient stream = ann.streamAfter(ann.cursor(98))) {
            assertThat(EventClient.seqs(stream.eventsUntil("caught_up"))).containsExactly(99L, 100L);
        }
    }

    private static ReadEventsUseCase.Result counted(ReadEventsUseCase.Result result, AtomicLong count) {
        if (result instanceof ReadEventsUseCase.Result.Events events) {
            count.addAndGet(events.events().size());
        }
        return result;
    }

    @Test
    void slowClientReceivesTooSlow() {
        AtomicLong time = new AtomicLong();
        EventConnectionSettings hasty =
                new EventConnectionSettings(100, 100, 8, 4, 8 << 20, LONG, Duration.ofSeconds(10), LONG, SHORT);
        // each reading of the clock advances it by eleven seconds
        RestServer server = serve(
                parley.with(hasty), () -> time.addAndGet(Duration.ofSeconds(11).toNanos()));
        EventClient ann = EventClient.as("ann", world, server);
        ann.notes(100, "x".repeat(1000));
        try (SseClient stream = ann.streamAfter(ann.cursor(0))) {
            List<Block> all = stream.rest();
            assertThat(all.getLast().data()).isEqualTo("{\"code\":\"too_slow\"}");
            List<Long> got = EventClient.seqs(all);
            assertThat(got).isNotEmpty().hasSizeLessThan(100).isEqualTo(numbers(1, got.size()));
        }
        await().untilAsserted(() -> assertThat(server.events().openStreams()).isZero());
    }

    @Test
    void idleStreamSendsHeartbeats() {
        RestServer server =
                serve(parley.with(new EventConnectionSettings(100, 100, 8, 4, 8 << 20, SHORT, LONG, LONG, SHORT)));
        EventClient ann = EventClient.as("ann", world, server);
        try (SseClient stream = ann.caughtUp()) {
            assertThat(stream.next().orElseThrow().isComment()).isTrue();
            assertThat(stream.next().orElseThrow().isComment()).isTrue();
            ann.notes(1, "x");
            assertThat(stream.event().id()).isEqualTo(ann.cursor(1));
        }
        // and detects the disconnected client
        await().untilAsserted(() -> assertThat(server.events().openStreams()).isZero());
        await().untilAsserted(() ->
                assertThat(server.events().endedStreams(EndReason.GONE)).isEqualTo(1));
    }

    @Test
    void expiredSessionEndsItsIdleStream() {
        RestServer server =
                serve(parley.with(new EventConnectionSettings(100, 100, 8, 4, 8 << 20, LONG, LONG, SHORT, SHORT)));
        EventClient ann = EventClient.as("ann", world, server);
        try (SseClient stream = ann.caughtUp()) {
            world.secondsLater(Duration.ofDays(91).toSeconds());
            assertThat(stream.rest()).extracting(Block::data).containsExactly("{\"code\":\"session_ended\"}");
        }
    }

    @Test
    void eventBetweenReadingAndWaitingIsNotMissed() {
        AtomicInteger readings = new AtomicInteger();
        List<EventClient> someone = new ArrayList<>();
        RestServer server = serve(reading((read, query) -> {
            ReadEventsUseCase.Result result = read.read(query);
            if (readings.incrementAndGet() == 1) {
                someone.getFirst().notes(1, "in between");
            }
            return result;
        }));
        someone.add(EventClient.as("ann", world, server));
        EventClient ann = someone.getFirst();
        try (SseClient stream = ann.stream()) {
            assertThat(stream.eventsUntil("message.created").getLast().id()).isEqualTo(ann.cursor(1));
        }
        readings.set(0);
        Answer poll = new RawHttp(server.base()).send(ann.request("/v1/events?after=" + ann.cursor(1)));
        assertThat(Json.of(poll).get("cursor").asText()).isEqualTo(ann.cursor(2));
        assertThat(Json.of(poll).get("items")).hasSize(1);
    }

    @Test
    void sessionThatEndsBeforeTheReadReceivesNothing() {
        List<Runnable> before = new ArrayList<>();
        RestServer server = serve(reading((read, query) -> {
            before.forEach(Runnable::run);
            before.clear();
            return read.read(query);
        }));
        EventClient ann = EventClient.as("ann", world, server);
        EventClient phone = ann.elsewhere();
        try (SseClient stream = ann.caughtUp()) {
            before.add(ann::logOut);
            phone.notes(1, "ready");
            assertThat(stream.rest()).extracting(Block::data).containsExactly("{\"code\":\"session_ended\"}");
        }
        Answer late = new RawHttp(server.base()).send(phone.request("/v1/events?wait=0"));
        assertThat(late.status()).isEqualTo(200);
        before.add(phone::logOut);
        try (SseClient refused = phone.stream()) {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(Json.of(refused.body()).get("code").asText()).isEqualTo("invalid_token");
        }
        await().untilAsserted(() ->
                assertThat(server.events().endedStreams(EndReason.REFUSED)).isEqualTo(1));
    }

    @Test
    void streamSurvivesADatabaseOutage() {
        AtomicInteger outages = new AtomicInteger();
        RestServer server = serve(reading((read, query) -> {
            if (outages.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new UnavailableException(Dependency.STATE_STORE);
            }
            return read.read(query);
        }));
        EventClient ann = EventClient.as("ann", world, server);
        try (SseClient stream = ann.caughtUp()) {
            outages.set(3);
            ann.notes(1, "x");
            assertThat(stream.event().id()).isEqualTo(ann.cursor(1));
        }
        outages.set(1);
        try (SseClient refused = ann.stream()) {
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("retry-after")).contains("1");
        }
        outages.set(1);
        Answer poll = new RawHttp(server.base()).send(ann.request("/v1/events"));
        assertThat(poll.status()).isEqualTo(503);
    }

    @Test
    void failureIsReportedInTheResponseOrTheStream() {
        AtomicInteger failures = new AtomicInteger(2);
        RestServer server = serve(reading((read, query) -> {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("a secret");
            }
            return read.read(query);
        }));
        EventClient ann = EventClient.as("ann", world, server);
        try (SseClient refused = ann.stream()) {
            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.body()).doesNotContain("secret");
        }
        assertThat(new RawHttp(server.base()).send(ann.request("/v1/events")).status())
                .isEqualTo(500);
        try (SseClient stream = ann.caughtUp()) {
            failures.set(1);
            ann.notes(1, "x");
            assertThat(stream.rest()).extracting(Block::data).containsExactly("{\"code\":\"internal_error\"}");
        }
    }

    @Test
    void streamWaitsForMemoryOfSlowReaders() {
        EventConnectionSettings tight = new EventConnectionSettings(100, 100, 8, 4, 100 << 10, LONG, LONG, LONG, SHORT);
        RestServer server = serve(parley.with(tight));
        EventClient ann = EventClient.as("ann", world, server);
        ann.notes(200, "x".repeat(65_536));
        try (SseClient slow =
                        SseClient.open(server.base(), ann.request("/v1/events/stream?after=" + ann.cursor(0)), 4096);
                SseClient other = ann.elsewhere().streamAfter(ann.cursor(198))) {
            assertThat(slow.status()).isEqualTo(200);
            assertThat(EventClient.seqs(slow.eventsUntil("caught_up"))).isEqualTo(numbers(1, 200));
            assertThat(EventClient.seqs(other.eventsUntil("caught_up"))).containsExactly(199L, 200L);
        }
    }

    @Test
    void nodeAtItsLimitReturns503() {
        RestServer server =
                serve(parley.with(new EventConnectionSettings(2, 1, 8, 4, 8 << 20, LONG, LONG, LONG, SHORT)));
        EventClient ann = EventClient.as("ann", world, server);
        try (SseClient one = ann.caughtUp();
                SseClient two = ann.elsewhere().caughtUp()) {
            assertBusy(server, ann);
            ann.logOut();
            assertThat(one.rest()).isNotEmpty();
            await().untilAsserted(
                            () -> assertThat(server.events().openStreams()).isEqualTo(1));
            try (SseClient three = ann.elsewhere().caughtUp()) {
                assertThat(three.status()).isEqualTo(two.status());
            }
        }
        EventClient bea = EventClient.as("bea", world, server);
        CompletableFuture<Answer> poll = CompletableFuture.supplyAsync(
                () -> new RawHttp(server.base()).send(bea.request("/v1/events")), ELSEWHERE);
        await().untilAsserted(() -> assertThat(server.events().waitingPolls()).isEqualTo(1));
        Answer busy = new RawHttp(server.base()).send(bea.request("/v1/events"));
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.header("retry-after")).isPresent();
        bea.notes(1, "x");
        assertThat(poll.join().status()).isEqualTo(200);
    }

    private static void assertBusy(RestServer server, EventClient who) {
        try (SseClient refused = who.elsewhere().stream()) {
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("retry-after")).isPresent();
            assertThat(Json.of(refused.body()).get("code").asText()).isEqualTo("unavailable");
        }
        assertThat(server.events().openStreams()).isEqualTo(2);
    }

    @Test
    void shutdownEndsStreamsAndAnswersPolls() {
        RestServer server = serve(parley.with(PATIENT));
        EventClient ann = EventClient.as("ann", world, server);
        List<SseClient> streams =
                IntStream.range(0, 5).mapToObj(i -> ann.caughtUp()).toList();
        CompletableFuture<Answer> poll = CompletableFuture.supplyAsync(
                () -> new RawHttp(server.base()).send(ann.request("/v1/events")), ELSEWHERE);
        await().untilAsserted(() -> assertThat(server.events().waitingPolls()).isEqualTo(1));

        server.events().stop();

        assertThat(server.events().openStreams()).isZero();
        for (SseClient stream : streams) {
            assertThat(stream.rest()).extracting(Block::data).containsExactly("{\"code\":\"shutdown\"}");
            stream.close();
        }
        assertThat(poll.join().body())
                .isEqualTo("{\"items\":[],\"cursor\":\"%s\",\"has_more\":false}".formatted(ann.cursor(0)));
        try (SseClient refused = ann.stream()) {
            assertThat(refused.status()).isEqualTo(503);
        }
        assertThat(new RawHttp(server.base()).send(ann.request("/v1/events")).status())
                .isEqualTo(503);
        assertThat(server.events().endedStreams(EndReason.SHUTDOWN)).isEqualTo(5);
    }

    @Test
    void serverStopEndsStreams() {
        RestServer server = serve(parley.with(PATIENT));
        EventClient ann = EventClient.as("ann", world, server);
        try (SseClient stream = ann.caughtUp()) {
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::after, ELSEWHERE);
            assertThat(stream.rest()).extracting(Block::data).containsExactly("{\"code\":\"shutdown\"}");
            assertThat(stopped).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    /** Reads in another way than the real use case. */
    private record ReadingAs(ReadEventsUseCase real, BiFunction<ReadEventsUseCase, Query, Result> read)
            implements ReadEventsUseCase {

        @Override
        public Result read(Query query) {
            return read.apply(real, query);
        }

        @Override
        public Subscription watch(UserId user, Runnable onSignal) {
            return real.watch(user, onSignal);
        }
    }
}
