package dev.parley.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.Presented;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.testkit.World;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.limit.Client;
import dev.parley.domain.limit.Network;
import dev.parley.domain.limit.Quota;
import dev.parley.domain.limit.Quotas;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.limit.RequestKind;
import dev.parley.domain.session.Token;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ServiceMetricsTest {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ServiceMetrics metrics = new ServiceMetrics(registry);
    private final World world = World.empty();

    @Test
    void countersStartAtZero() throws Exception {
        assertThat(Scrape.of(registry))
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
        assertThat(Scrape.of(registry))
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
        Quota granted = new Quota(
                new RateLimit("logins-address", 1, Duration.ofSeconds(1), 1), 0, Duration.ofSeconds(1), Duration.ZERO);
        Quotas none = new Quotas(List.of(granted, refused("logins-account")));
        LogInUseCase logIn = new MeteredLogIn(command -> new LogInUseCase.Result.Throttled(none), metrics);
        RegisterUserUseCase register = new MeteredRegisterUser(
                command -> new RegisterUserUseCase.Result.Throttled(Quotas.of(refused("registrations"))), metrics);
        ChangePasswordUseCase change = new MeteredChangePassword(
                command -> new ChangePasswordUseCase.Result.Throttled(Quotas.of(refused("passwords"))), metrics);
        AdmitRequestUseCase admit = new MeteredAdmission((kind, client) -> Quotas.of(refused("sends")), metrics);

        assertThat(logIn.logIn(new LogInUseCase.Command("ada", World.PASSWORD, Optional.empty(), World.ORIGIN))
                        .quotas())
                .isEqualTo(none);
        assertThat(register.register(
                        new RegisterUserUseCase.Command(new Username("ada"), World.PASSWORD, World.ORIGIN)))
                .isInstanceOf(RegisterUserUseCase.Result.Throttled.class);
        assertThat(change.change(new ChangePasswordUseCase.Command(
                        new UserId(1), new SessionId(1), World.PASSWORD, World.PASSWORD, World.ORIGIN)))
                .isInstanceOf(ChangePasswordUseCase.Result.Throttled.class);
        Presented presented = new Presented(new Token("0".repeat(Token.LENGTH)).digest(), () -> Network.UNKNOWN);
        assertThat(new MeteredAuthenticate(token -> new AuthenticateUseCase.Result.Throttled(FAILED_AT_BOTH), metrics)
                        .authenticate(presented))
                .isEqualTo(new AuthenticateUseCase.Result.Throttled(FAILED_AT_BOTH));
        assertThat(new MeteredRedeemStreamTicket(
                                ticket -> new RedeemStreamTicketUseCase.Result.Throttled(Quotas.of(refused("reads"))),
                                metrics)
                        .redeem(presented)
                        .known())
                .isEmpty();
        assertThat(admit.admit(RequestKind.SEND, new Client.User(1)).areGranted())
                .isFalse();

        assertThat(Scrape.of(registry))
                .contains(
                        "parley_rate_limited_total{limit=\"logins-account\"} 1.0",
                        "parley_rate_limited_total{limit=\"registrations\"} 1.0",
                        "parley_rate_limited_total{limit=\"passwords\"} 1.0",
                        "parley_rate_limited_total{limit=\"failed-authentications\"} 1.0",
                        "parley_rate_limited_total{limit=\"reads\"} 1.0",
                        "parley_rate_limited_total{limit=\"sends\"} 1.0",
                        "parley_logins_total{result=\"failed\"} 0.0")
                .doesNotContain("logins-address");
    }

    /** A request refused by the limits of its network and of the surrounding site counts as one refusal. */
    private static final Quotas FAILED_AT_BOTH =
            new Quotas(List.of(refused("failed-authentications"), refused("failed-authentications")));

    private static Quota refused(String name) {
        return new Quota(
                new RateLimit(name, 1, Duration.ofSeconds(1), 1), 0, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void loginsAreCountedByOutcome() throws Exception {
        world.user("ada");
        LogInUseCase logIn = new MeteredLogIn(world.app().logIn(), metrics);

        assertThat(logIn.logIn(new LogInUseCase.Command("ada", World.PASSWORD, Optional.empty(), World.ORIGIN)))
                .isInstanceOf(LogInUseCase.Result.LoggedIn.class);
        logIn.logIn(new LogInUseCase.Command("ada", new Password("wrong horse"), Optional.empty(), World.ORIGIN));
        logIn.logIn(new LogInUseCase.Command("nobody", World.PASSWORD, Optional.empty(), World.ORIGIN));

        assertThat(Scrape.of(registry))
                .contains("parley_logins_total{result=\"ok\"} 1.0", "parley_logins_total{result=\"failed\"} 2.0")
                .noneMatch(line -> line.contains("ada"));
    }

    @Test
    void onlyAcknowledgedMessagesAreCounted() throws Exception {
        UserId ada = world.user("ada");
        UserId bo = world.user("bo");
        SendMessageUseCase.Command command = new SendMessageUseCase.Command(
                ada, bo, new MessageContent("hello"), IdempotencyKey.parse("once"), World.ORIGIN);
        SendMessageUseCase send = new MeteredSendMessage(world.app().send(), metrics);

        assertThat(send.send(command)).isInstanceOf(SendResult.Sent.class);
        assertThat(send.send(command)).extracting("replayed").isEqualTo(true);
        SendMessageUseCase away = new MeteredSendMessage(
                refused -> {
                    throw new UnavailableException(Dependency.STATE_STORE, Duration.ofSeconds(1));
                },
                metrics);
        assertThatThrownBy(() -> away.send(command)).isInstanceOf(UnavailableException.class);

        assertThat(Scrape.of(registry)).contains("parley_messages_sent_total 1.0");
    }

    private static String bucket(String labels, String endpoint, String bound, int count) {
        return "parley_http_request_duration_seconds_bucket{endpoint=\"" + endpoint + "\"," + labels + ",le=\"" + bound
                + "\"} " + count;
    }
}
