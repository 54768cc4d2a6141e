package dev.parley.adapters.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.LimitedPorts;
import dev.parley.adapters.rest.testkit.RawHttp;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.adapters.rest.testkit.SseClient;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.service.limit.AdmitRequestService;
import dev.parley.application.service.session.ThrottledAuthenticateService;
import dev.parley.application.service.session.ThrottledRedeemStreamTicketService;
import dev.parley.application.testkit.InMemoryNodeLimits;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.TestClock;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.limit.RequestRates;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both APIs with rate limits and a stopped clock: the announced limits are enforced. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class LimitsTest {

    private static final TestClock CLOCK = TestClock.standing();

    private static final RequestRates RATES = new RequestRates(
            new RateLimit("reads", 6, Duration.ofSeconds(1), 6),
            new RateLimit("sends", 10, Duration.ofSeconds(1), 3),
            new RateLimit("writes", 1, Duration.ofSeconds(1), 2),
            new RateLimit("entries", 40, Duration.ofMinutes(1), 40));

    private static final RateLimit FAILURES = new RateLimit("failed-authentications", 1, Duration.ofSeconds(1), 5);

    private static final RestServer SERVER = RestServer.over(parley());

    private static final String SEND = "{\"content\":\"hello\"}";

    private RawHttp http;
    private String token;

    private static InMemoryParley parley() {
        InMemoryStores stores = InMemoryStores.empty();
        InMemoryNodeLimits limits = new InMemoryNodeLimits(CLOCK);
        UseCases all = UseCases.over(stores, CLOCK);
        return InMemoryParley.over(all)
                .with(AdmitRequestUseCase.class, new AdmitRequestService(limits, RATES))
                .with(
                        LimitedPorts.AUTHENTICATE,
                        new ThrottledAuthenticateService(all.authenticate(), stores.sessions(), limits, FAILURES))
                .with(
                        LimitedPorts.REDEEM_TICKET,
                        new ThrottledRedeemStreamTicketService(
                                all.redeemTicket(), stores.tickets(), limits, RATES.reads(), FAILURES));
    }

    @BeforeEach
    void logIn() {
        http = new RawHttp(SERVER.base());
        String name = "ann" + CLOCK.instant().getEpochSecond();
        String credentials = "{\"username\":\"%s\",\"password\":\"specialPassword\"}".formatted(name);
        http.send(Request.of("POST", "/v1/users").json("{\"username\":\"bob\",\"password\":\"specialPassword\"}"));
        http.send(Request.of("POST", "/v1/users").json(credentials));
        token = Json.of(http.send(Request.of("POST", "/v1/sessions").json(credentials)))
                .get("token")
                .asText();
    }

    /** Clears all limits, so that the next test starts with full buckets. */
    @AfterEach
    void wait5Minutes() {
        CLOCK.advance(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/me, reads, 6, 1",
        "HEAD, /v1/me, reads, 6, 1",
        "GET, /v1/users/nobody, reads, 6, 1",
        "GET, /v1/events?wait=0, reads, 6, 1",
        "GET, /message/bob/, reads, 6, 1",
        "POST, /v1/conversations/bob/messages, sends, 3, 1",
        "POST, /message/bob/, sends, 3, 1",
        "PUT, /v1/blocks/bob, writes, 2, 2",
        "DELETE, /v1/blocks/bob, writes, 2, 2",
        "POST, /v1/events/tickets, writes, 2, 2",
        "POST, /user/block/bob/, writes, 2, 2"
    })
    void announcedLimitIsEnforced(String method, String path, String limit, int result, int window) {
        for (int left = result - 1; left >= 0; left--) {
            Answer granted = ask(method, path);

            assertThat(granted.status()).isNotEqualTo(429);
            assertThat(granted.header("ratelimit-policy"))
                    .contains("\"%s\";q=%d;w=%d".formatted(limit, result, window));
            assertThat(granted.header("ratelimit").orElseThrow()).startsWith("\"%s\";r=%d;t=".formatted(limit, left));
            assertThat(granted.header("retry-after")).isEmpty();
        }

        Answer refused = ask(method, path);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("ratelimit-policy")).contains("\"%s\";q=%d;w=%d".formatted(limit, result, window));
        assertThat(refused.header("ratelimit")).contains("\"%s\";r=0;t=%d".formatted(limit, window));
        long seconds = Long.parseLong(refused.header("retry-after").orElseThrow());
        assertThat(seconds).isBetween(1L, (long) window);
        CLOCK.advance(Duration.ofSeconds(seconds));
        assertThat(ask(method, path).status()).isNotEqualTo(429);
    }

    @Test
    void v1ReturnsAProblem() {
        exhaustSends();

        Answer refused = ask("POST", "/v1/conversations/bob/messages");

        assertThat(refused.header("content-type")).contains("application/problem+json");
        assertThat(refused.header("cache-control")).contains("no-store");
        assertThat(Json.of(refused).get("code").asText()).isEqualTo("rate_limited");
    }

    @Test
    void legacyApiReturnsTheFrameworkMessage() {
        exhaustSends();

        Answer refused = ask("POST", "/message/bob/");

        assertThat(refused.header("content-type")).contains("application/json");
        assertThat(refused.body()).isEqualTo("{\"detail\":\"Request was throttled. Expected available in 1 second.\"}");
    }

    @Test
    void bothApisShareTheLimit() {
        ask("POST", "/message/bob/");
        ask("POST", "/v1/conversations/bob/messages");

        assertThat(ask("POST", "/message/bob/").header("ratelimit").orElseThrow())
                .startsWith("\"sends\";r=0");
    }

    @Test
    void streamCountsAsARead() {
        String ticket = Json.of(ask("POST", "/v1/events/tickets")).get("ticket").asText();
        for (int read = 0; read < 6; read++) {
            ask("GET", "/v1/me");
        }

        Answer byToken = ask("HEAD", "/v1/events/stream");
        Answer byTicket = http.send(Request.of("GET", "/v1/events/stream?ticket=" + ticket));

        assertThat(List.of(byToken.status(), byTicket.status())).containsExactly(429, 429);
        assertThat(byTicket.header("retry-after")).contains("1");
        assertThat(byTicket.header("ratelimit").orElseThrow()).startsWith("\"reads\";r=0");
        CLOCK.advance(Duration.ofSeconds(1));
        try (SseClient stream =
                SseClient.open(SERVER.base(), Request.of("GET", "/v1/events/stream?ticket=" + ticket), 4096)) {
            assertThat(stream.status())
                    .as("a ticket that was refused stays good")
                    .isEqualTo(200);
        }
    }

    @Test
    void unauthenticatedClientReceivesNoLimitHeaders() {
        Answer anonymous = http.send(Request.of("GET", "/v1/me"));
        Answer options = ask("OPTIONS", "/v1/me");

        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.header("ratelimit")).isEmpty();
        assertThat(options.header("ratelimit")).isEmpty();
    }

    /** The format of docs/app/authorisation.md. */
    @Test
    void limitIsCheckedAfterAuthenticationAndBeforeTheBody() {
        exhaustSends();
        Request send = Request.of("POST", "/v1/conversations/bob/messages").json("{");

        List<Answer> answers = List.of(
                http.send(Request.of("POST", "/v1/nope").as(token)),
                http.send(Request.of("PUT", "/v1/conversations/bob/messages").as(token)),
                http.send(send),
                http.send(send.as("dead")),
                http.send(send.as(token)),
                ask("POST", "/v1/conversations/nobody/messages"));

        assertThat(answers).extracting(Answer::status).containsExactly(404, 405, 401, 401, 429, 429);
    }

    @Test
    void loginsCountForTheAddressWhateverTheirOutcome() {
        CLOCK.advance(Duration.ofMinutes(5));
        for (int left = 39; left >= 0; left--) {
            Answer answer = http.send(Request.of("POST", left % 2 == 0 ? "/user/login/" : "/v1/users")
                    .json("{}"));
            assertThat(answer.header("ratelimit").orElseThrow()).startsWith("\"entries\";r=%d;".formatted(left));
            assertThat(answer.status()).isIn(400, 422);
        }

        for (String path : List.of("/user/login/", "/user/register/", "/v1/users", "/v1/sessions")) {
            assertThat(http.send(Request.of("POST", path).json("{}")).status())
                    .as(path)
                    .isEqualTo(429);
        }
    }

    private void exhaustSends() {
        for (int send = 0; send < 3; send++) {
            assertThat(ask("POST", "/v1/conversations/bob/messages").status()).isEqualTo(201);
        }
    }

    private Answer ask(String method, String path) {
        Request request = Request.of(method, path).with("Authorization", "Token " + token);
        return http.send(method.equals("POST") || method.equals("PUT") ? request.json(SEND) : request);
    }
}
