package dev.parley.adapters.rest.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.adapters.rest.error.FailureFilter;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.testkit.TestClock;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.session.Token;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.OutcomeUnknownException;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

@ExtendWith(DropwizardExtensionsSupport.class)
final class FailuresTest {

    private static final AtomicReference<Supplier<RegisterUserUseCase.Result>> REGISTER = new AtomicReference<>();
    private static final AtomicReference<Origin> ORIGIN = new AtomicReference<>();
    private static final AtomicReference<SendResult> SEND = new AtomicReference<>();
    private static final String BUSY = "0".repeat(40);
    private static final String UNCONFIRMED = "1".repeat(40);
    private static final RestServer SERVER = RestServer.over(parley(), "request-7");
    private static final String BODY = "{\"username\":\"fatma\",\"password\":\"specialPassword\"}";

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private LegacyServer server;

    private static InMemoryParley parley() {
        InMemoryParley parley = InMemoryParley.empty(TestClock.standing());
        var unused = parley.get(RegisterUserUseCase.class)
                .register(new RegisterUserUseCase.Command(
                        new Username("gül"), new Password("specialPassword"), Origin.operator()));
        AuthenticateUseCase real = parley.get(AuthenticateUseCase.class);
        return parley.with(AuthenticateUseCase.class, token -> {
                    if (token.digest().equals(new Token(BUSY).digest())) {
                        throw busy();
                    }
                    if (token.digest().equals(new Token(UNCONFIRMED).digest())) {
                        throw new OutcomeUnknownException(Dependency.STATE_STORE, new IllegalStateException("lost"));
                    }
                    return real.authenticate(token);
                })
                .with(RegisterUserUseCase.class, command -> {
                    ORIGIN.set(command.origin());
                    return REGISTER.get().get();
                })
                .with(SendMessageUseCase.class, command -> SEND.get());
    }

    private static UnavailableException busy() {
        return new UnavailableException(Dependency.PASSWORD_HASHING);
    }

    @BeforeEach
    void listen() {
        server = LegacyServer.at(SERVER);
        logged.start();
        logger().addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(logged);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(FailureFilter.class);
    }

    @Test
    void unavailableServiceReturns503WithRetryAfter() {
        Answer answer = registerThrowing(busy());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body())
                .isEqualTo("{\"detail\":\"Service temporarily unavailable.\",\"request_id\":\"request-7\"}");
        assertThat(answer.header("retry-after")).contains("2");
        assertThat(registerThrowing(new UnavailableException(Dependency.STATE_STORE))
                        .header("retry-after"))
                .contains("1");
    }

    @Test
    void unavailableAuthenticationReturns503() {
        for (String method : new String[] {"GET", "PUT"}) {
            Answer answer = server.http().send(Request.of(method, "/message/x/").as(BUSY));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("retry-after")).contains("2");
        }
        assertThat(logged.list).hasSize(2);
    }

    @Test
    void unexpectedFailureIsLoggedAndNotRevealed() {
        Answer answer = registerThrowing(new IllegalStateException("a secret"));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Internal server error.\",\"request_id\":\"request-7\"}");
        assertThat(logged.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage()).isEqualTo("Request request-7 failed");
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("a secret");
        });
    }

    @Test
    void frameworkRefusalKeepsItsStatus() {
        assertThat(registerThrowing(new WebApplicationException(418)).body())
                .isEqualTo("{\"detail\":\"Request refused.\"}");
        assertThat(registerThrowing(new WebApplicationException(429)).body())
                .isEqualTo("{\"detail\":\"Too Many Requests.\"}");
        assertThat(registerThrowing(new WebApplicationException(503)).body())
                .isEqualTo("{\"detail\":\"Service temporarily unavailable.\"}");
        assertThat(registerThrowing(new WebApplicationException(500)).body()).contains("request-7");
        assertThat(registerThrowing(new RedirectionException(302, URI.create("/x")))
                        .status())
                .isEqualTo(302);
        assertThat(registerThrowing(new WebApplicationException(
                                Response.status(429).header("Retry-After", 9).build()))
                        .header("retry-after"))
                .contains("9");
    }

    @Test
    void userErasedDuringTheReadIsNotFound() {
        assertThat(send(new SendResult.NoSuchReceiver()).body()).isEqualTo("{\"detail\":\"Not found.\"}");
        assertThat(send(new SendResult.NoSuchReceiver()).status()).isEqualTo(404);
    }

    @Test
    void userErasedWhileSendingHasNoToken() {
        Answer answer = send(new SendResult.NoSuchSender());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).contains("Token");
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Invalid token.\"}");
    }

    @Test
    void unknownOutcomeOfAWriteIsReported() {
        Answer answer = registerThrowing(
                new OutcomeUnknownException(Dependency.STATE_STORE, new IllegalStateException("connection lost")));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("retry-after")).contains("1");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"detail\":\"It is not known whether the request was carried out. Repeat a message with the"
                                + " same Idempotency-Key.\",\"request_id\":\"request-7\"}");
        assertThat(logged.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage())
                    .isEqualTo("Request request-7 may have been carried out: STATE_STORE did not confirm its commit:"
                            + " connection lost");
        });
    }

    @Test
    void unknownOutcomeOfAReadIsUnavailable() {
        Answer answer = server.http().send(Request.of("GET", "/message/x/").as(UNCONFIRMED));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("Service temporarily unavailable.");
    }

    @Test
    void nameTakenDuringRegistrationIsRefused() {
        REGISTER.set(RegisterUserUseCase.Result.UsernameTaken::new);
        assertThat(server.post("/user/register/", BODY).body())
                .isEqualTo("{\"username\":[\"A user with that username already exists.\"]}");
    }

    @Test
    void passwordThatTheUseCaseFindsWeakIsRefused() {
        REGISTER.set(() -> new RegisterUserUseCase.Result.WeakPassword(Set.of(Password.Flaw.TOO_SHORT)));
        assertThat(server.post("/user/register/", BODY).body())
                .isEqualTo("{\"password\":[\"Ensure this field has at least 8 characters.\"]}");
    }

    @Test
    void originIsTheConnectionAddress() {
        REGISTER.set(RegisterUserUseCase.Result.UsernameTaken::new);
        server.http().send(Request.of("POST", "/user/register/").json(BODY).with("User-Agent", "test/1"));
        assertThat(ORIGIN.get())
                .isEqualTo(new Origin(Optional.of("127.0.0.1"), Optional.of("test/1"), Optional.empty()));
    }

    private Answer send(SendResult result) {
        SEND.set(result);
        String token = server.login("gül", "specialPassword").body().substring("{\"token\":\"".length(), 50);
        return server.post("/message/g%C3%BCl/", "{\"content\":\"x\"}", token);
    }

    private Answer registerThrowing(RuntimeException failure) {
        REGISTER.set(() -> {
            throw failure;
        });
        return server.post("/user/register/", BODY);
    }
}
