package dev.parley.adapters.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.LimitedPorts;
import dev.parley.adapters.rest.testkit.RawHttp;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.service.session.ThrottledAuthenticateService;
import dev.parley.application.service.session.ThrottledRedeemStreamTicketService;
import dev.parley.application.testkit.InMemoryNodeLimits;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.TestClock;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.limit.RateLimit;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid tokens and tickets on both APIs. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class FailedAuthenticationsTest {

    private static final TestClock CLOCK = TestClock.standing();
    private static final RateLimit READS = new RateLimit("reads", 10, Duration.ofSeconds(1), 10);
    private static final RateLimit FAILURES = new RateLimit("failed-authentications", 1, Duration.ofSeconds(1), 5);
    private static final String MADE_UP = "bad".repeat(13) + "b";

    private static final RestServer SERVER = RestServer.over(parley());

    private RawHttp http;

    private static InMemoryParley parley() {
        InMemoryStores stores = InMemoryStores.empty();
        InMemoryNodeLimits limits = new InMemoryNodeLimits(CLOCK);
        UseCases all = UseCases.over(stores, CLOCK);
        return InMemoryParley.over(all)
                .with(
                        LimitedPorts.AUTHENTICATE,
                        new ThrottledAuthenticateService(all.authenticate(), stores.sessions(), limits, FAILURES))
                .with(
                        LimitedPorts.REDEEM_TICKET,
                        new ThrottledRedeemStreamTicketService(
                                all.redeemTicket(), stores.tickets(), limits, READS, FAILURES));
    }

    @BeforeEach
    void open() {
        http = new RawHttp(SERVER.base());
    }

    /** Clears all failures, so that the next test starts without any. */
    @AfterEach
    void waitAMinute() {
        CLOCK.advance(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/me",
        "GET, /v1/events/stream",
        "HEAD, /v1/events/stream",
        "GET, /message/bob/",
        "POST, /user/login/",
        "DELETE, /message/bob/",
        "OPTIONS, /message/bob/"
    })
    void unknownTokensBeyondTheLimitAreNotLookedUp(String method, String path) {
        for (int left = 4; left >= 0; left--) {
            Answer unknown = present(method, path, MADE_UP);
            assertThat(unknown.status()).isEqualTo(401);
            assertThat(unknown.header("ratelimit"))
                    .contains("\"failed-authentications\";r=%d;t=%d".formatted(left, 5 - left));
        }

        Answer refused = present(method, path, MADE_UP);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).contains("1");
        assertThat(refused.header("ratelimit-policy")).contains("\"failed-authentications\";q=5;w=5");
        assertThat(refused.header("ratelimit")).contains("\"failed-authentications\";r=0;t=5");
        CLOCK.advance(Duration.ofSeconds(1));
        assertThat(present(method, path, MADE_UP).status()).isEqualTo(401);
    }

    @Test
    void unknownTicketsBeyondTheLimitAreNotLookedUp() {
        Request unknown = Request.of("GET", "/v1/events/stream?ticket=" + MADE_UP);
        for (int left = 4; left >= 0; left--) {
            assertThat(http.send(unknown).status()).isEqualTo(401);
        }

        Answer refused = http.send(unknown);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("ratelimit")).contains("\"failed-authentications\";r=0;t=5");
        assertThat(present("GET", "/v1/me", MADE_UP).status()).isEqualTo(429);
    }

    @Test
    void validTokensWorkWhileOthersAreThrottled() {
        String credentials = "{\"username\":\"bob\",\"password\":\"specialPassword\"}";
        http.send(Request.of("POST", "/v1/users").json(credentials));
        String token = Json.of(http.send(Request.of("POST", "/v1/sessions").json(credentials)))
                .get("token")
                .asText();
        present("GET", "/v1/me", token);
        for (int attempt = 0; attempt < 6; attempt++) {
            present("GET", "/v1/me", MADE_UP);
        }

        assertThat(present("GET", "/message/bob/", MADE_UP).status()).isEqualTo(429);
        assertThat(present("GET", "/v1/me", token).status()).isEqualTo(200);
        assertThat(present("GET", "/message/bob/", token).status()).isEqualTo(200);
    }

    private Answer present(String method, String path, String token) {
        Request request = Request.of(method, path).with("Authorization", "Token " + token);
        return http.send(method.equals("POST") ? request.json("{}") : request);
    }
}
