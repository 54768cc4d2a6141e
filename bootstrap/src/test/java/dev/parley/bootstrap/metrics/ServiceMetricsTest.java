package dev.parley.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase.Outcome;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.UserId;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ServiceMetricsTest {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ServiceMetrics metrics = new ServiceMetrics(registry);
    private final UseCaseFixture world = UseCaseFixture.empty();

    @Test
    void countersStartAtZero() throws Exception {
        assertThat(PrometheusScrape.of(registry))
                .contains(
                        "parley_messages_sent_total 0.0",
                        "parley_logins_total{result=\"ok\"} 0.0",
                        "parley_logins_total{result=\"failed\"} 0.0",
                        "# TYPE parley_logins_total counter");
    }

    @Test
    void durationsAreHistogramsInSeconds() throws Exception {
        metrics.request("GET", "/message/{peer}/", 200, Duration.ofMillis(20));
        metrics.request("GET", "/message/{peer}/", 200, Duration.ofMillis(30));
        metrics.request("POST", "/user/login/", 503, Duration.ofSeconds(20));

        String get = "method=\"GET\",status=\"200\"";
        assertThat(PrometheusScrape.of(registry))
                .contains(
                        "# TYPE parley_http_request_duration_seconds histogram",
                        bucket(get, "/message/{peer}/", "0.01", 0),
                        bucket(get, "/message/{peer}/", "0.025", 1),
                        bucket(get, "/message/{peer}/", "0.05", 2),
                        bucket(get, "/message/{peer}/", "+Inf", 2),
                        "parley_http_request_duration_seconds_sum{endpoint=\"/message/{peer}/\"," + get + "} 0.05",
                        bucket("method=\"POST\",status=\"503\"", "/user/login/", "10.0", 0),
                        bucket("method=\"POST\",status=\"503\"", "/user/login/", "+Inf", 1));
    }

    @Test
    void refusalsAreCountedByLimit() throws Exception {
        PermitResult granted = new PermitResult(
                new RateLimit("logins-address", 1, Duration.ofSeconds(1), 1), 0, Duration.ofSeconds(1), Duration.ZERO);
        PermitResults none = new PermitResults(List.of(granted, refused("logins-account")));
        RateLimitedUseCase<String, String> logIn = throttled(none);

        assertThat(logIn.execute("ada").results()).isEqualTo(none);
        for (String limit : List.of("registrations", "passwords", "reads")) {
            assertThat(throttled(PermitResults.of(refused(limit))).execute("ada"))
                    .isInstanceOf(Outcome.Throttled.class);
        }
        assertThat(throttled(FAILED_AT_BOTH).execute("ada")).isEqualTo(new Outcome.Throttled<>(FAILED_AT_BOTH));
        assertThat(metrics.counted(PermitResults.of(refused("sends"))).areGranted())
                .isFalse();
        assertThat(metrics.counted(PermitResults.of(granted)).areGranted()).isTrue();

        assertThat(PrometheusScrape.of(registry))
                .contains(
                        "parley_rate_limited_total{limit=\"logins-account\"} 1.0",
                        "parley_rate_limited_total{limit=\"registrations\"} 1.0",
                        "parley_rate_limited_total{limit=\"passwords\"} 1.0",
                        "parley_rate_limited_total{limit=\"reads\"} 1.0",
                        "parley_rate_limited_total{limit=\"failed-authentications\"} 1.0",
                        "parley_rate_limited_total{limit=\"sends\"} 1.0",
                        "parley_logins_total{result=\"failed\"} 0.0")
                .doesNotContain("logins-address");
    }

    /** A request refused by the limits of its network and of the surrounding site counts as one refusal. */
    private static final PermitResults FAILED_AT_BOTH =
            new PermitResults(List.of(refused("failed-authentications"), refused("failed-authentications")));

    private RateLimitedUseCase<String, String> throttled(PermitResults results) {
        return new MeteredLimits<>(command -> new Outcome.Throttled<>(results), metrics, result -> {
            throw new AssertionError("a refused request has no result");
        });
    }

    private static PermitResult refused(String name) {
        return new PermitResult(
                new RateLimit(name, 1, Duration.ofSeconds(1), 1), 0, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void loginsAreCountedByOutcome() throws Exception {
        world.user("ada");
        RateLimitedUseCase<LogInUseCase.Command, LogInUseCase.Result> logIn =
                new MeteredLimits<>(RateLimitedUseCase.unlimited(world.app().logIn()::logIn), metrics, metrics::login);

        assertThat(logIn.execute(new LogInUseCase.Command(
                        "ada", UseCaseFixture.PASSWORD, Optional.empty(), UseCaseFixture.ORIGIN)))
                .extracting("result")
                .isInstanceOf(LogInUseCase.Result.LoggedIn.class);
        logIn.execute(
                new LogInUseCase.Command("ada", new Password("wrong horse"), Optional.empty(), UseCaseFixture.ORIGIN));
        logIn.execute(
                new LogInUseCase.Command("nobody", UseCaseFixture.PASSWORD, Optional.empty(), UseCaseFixture.ORIGIN));

        assertThat(PrometheusScrape.of(registry))
                .contains("parley_logins_total{result=\"ok\"} 1.0", "parley_logins_total{result=\"failed\"} 2.0")
                .noneMatch(line -> line.contains("ada"));
    }

    @Test
    void onlyAcknowledgedMessagesAreCounted() throws Exception {
        UserId ada = world.user("ada");
        UserId bo = world.user("bo");
        SendMessageUseCase.Command command = new SendMessageUseCase.Command(
                ada, bo, new MessageContent("hello"), IdempotencyKey.parse("once"), UseCaseFixture.ORIGIN);
        SendMessageUseCase send = world.app().send();

        assertThat(metrics.counted(send.send(command))).isInstanceOf(SendResult.Sent.class);
        assertThat(metrics.counted(send.send(command))).extracting("replayed").isEqualTo(true);
        SendResult refused = metrics.counted(new SendResult.NoSuchReceiver());
        assertThat(refused).isInstanceOf(SendResult.NoSuchReceiver.class);

        assertThat(PrometheusScrape.of(registry)).contains("parley_messages_sent_total 1.0");
    }

    private static String bucket(String labels, String endpoint, String bound, int count) {
        return "parley_http_request_duration_seconds_bucket{endpoint=\"" + endpoint + "\"," + labels + ",le=\"" + bound
                + "\"} " + count;
    }
}
