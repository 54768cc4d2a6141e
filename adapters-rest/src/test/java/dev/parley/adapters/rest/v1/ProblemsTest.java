package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import dev.parley.adapters.rest.testkit.ExhaustedQuotas;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.OtherUserQueries;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.adapters.rest.v1.event.EventCursors;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.in.user.UserQueries;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.TestClock;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.OutcomeUnknownException;
import dev.parley.domain.shared.UnavailableException;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.User;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class ProblemsTest {

    private static final RestServer SERVER =
            RestServer.over(parley(), "request-7", exchange -> exchange.query().matches("prefix=[0-9]+"));

    /** Whether the next request exceeds the limit. */
    private static final AtomicBoolean EXHAUSTED = new AtomicBoolean();

    private static final EventCursor FUTURE =
            new EventCursor(InMemoryStores.empty().epochs().current(), 1_000_000);

    private V1Server server;
    private String token;

    private static InMemoryParley parley() {
        InMemoryParley parley = InMemoryParley.empty(TestClock.standing());
        return parley.with(
                        AdmitRequestUseCase.class,
                        (kind, client) -> EXHAUSTED.getAndSet(false) ? ExhaustedQuotas.QUOTAS : PermitResults.NONE)
                .with(RegisterUserUseCase.class, choosy(parley.get(RegisterUserUseCase.class)))
                .with(UserQueries.class, failing(parley.get(UserQueries.class)))
                .with(ChangePasswordUseCase.class, selective(parley.get(ChangePasswordUseCase.class)));
    }

    private static RegisterUserUseCase choosy(RegisterUserUseCase real) {
        return command -> switch (command.username().value()) {
            case "picky" -> new RegisterUserUseCase.Result.WeakPassword(Set.of(Password.Flaw.TOO_SHORT));
            case "unconfirmed" ->
                throw new OutcomeUnknownException(Dependency.STATE_STORE, new IllegalStateException("a secret"));
            default -> real.register(command);
        };
    }

    private static ChangePasswordUseCase selective(ChangePasswordUseCase real) {
        return command -> command.next().value().equals("known to all")
                ? new ChangePasswordUseCase.Result.WeakPassword(Set.of(Password.Flaw.TOO_SHORT))
                : real.change(command);
    }

    private static UserQueries failing(UserQueries real) {
        return new OtherUserQueries(real) {

            @Override
            public List<User> search(Search search) {
                throw switch (search.prefix()) {
                    case "broken" -> new IllegalStateException("a secret");
                    case "busy" -> new UnavailableException(Dependency.STATE_STORE);
                    default -> new WebApplicationException(Integer.parseInt(search.prefix()));
                };
            }
        };
    }

    @BeforeEach
    void login() {
        server = V1Server.at(SERVER);
        token = server.newcomer("ann");
    }

    /** A request that causes the problem. */
    private Request request(ProblemCode code) {
        Request register = Request.of("POST", "/v1/users");
        Request login = Request.of("POST", "/v1/sessions");
        return switch (code) {
            case BAD_REQUEST -> get("/v1/users?prefix=418");
            case MALFORMED_JSON -> login.json("{");
            case BAD_CURSOR -> get("/v1/blocks?after=x");
            case BAD_LIMIT -> get("/v1/blocks?limit=0");
            case BAD_PARAMETER -> V1Server.request("DELETE", "/v1/sessions", token);
            case BAD_IDEMPOTENCY_KEY -> send("x").with("Idempotency-Key", "");
            case INVALID_TICKET -> Request.of("GET", "/v1/events/stream?ticket=x");
            case CURSOR_EXPIRED -> get("/v1/events?after=" + EventCursors.CODEC.encode(FUTURE));
            case UNAUTHENTICATED -> Request.of("GET", "/v1/me");
            case INVALID_TOKEN -> V1Server.request("GET", "/v1/me", "x");
            case INVALID_CREDENTIALS -> login.json(V1Server.credentials("ann", "wrong"));
            case WRONG_PASSWORD ->
                V1Server.request("POST", "/v1/me/password", token)
                        .json("{\"current\":\"wrong\",\"new\":\"good enough\"}");
            case NOT_FOUND -> get("/v1/nope");
            case USER_NOT_FOUND -> get("/v1/users/nobody");
            case SESSION_NOT_FOUND -> V1Server.request("DELETE", "/v1/sessions/x", token);
            case MESSAGE_NOT_FOUND -> get("/v1/messages/x/receipts");
            case METHOD_NOT_ALLOWED -> Request.of("PATCH", "/v1/me");
            case NOT_ACCEPTABLE -> get("/v1/me").with("Accept", "image/png");
            case USERNAME_TAKEN -> register.json(V1Server.credentials("ann", V1Server.PASSWORD));
            case BODY_TOO_LARGE -> login.json(" ".repeat(1 << 20) + "{}");
            case URI_TOO_LONG -> get("/v1/users/" + "a".repeat(20_000));
            case HEADERS_TOO_LARGE -> get("/v1/me").with("X-Long", "a".repeat(20_000));
            case RATE_LIMITED -> {
                EXHAUSTED.set(true);
                yield get("/v1/me");
            }
            case UNSUPPORTED_MEDIA_TYPE -> login.body("{}").with("Content-Type", "text/plain");
            case VALIDATION_FAILED -> login.json("{}");
            case WEAK_PASSWORD -> register.json(V1Server.credentials("new", "short"));
            case IDEMPOTENCY_KEY_REUSED -> {
                server.http().send(send("one thing").with("Idempotency-Key", "k"));
                yield send("another").with("Idempotency-Key", "k");
            }
            case INTERNAL_ERROR -> get("/v1/users?prefix=broken");
            case OUTCOME_UNKNOWN -> register.json(V1Server.credentials("unconfirmed", V1Server.PASSWORD));
            case UNAVAILABLE -> get("/v1/users?prefix=busy");
        };
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemOccursInTheSameFormat(ProblemCode code) {
        Answer answer = server.http().send(request(code));
        JsonNode body = Json.of(answer);

        assertThat(answer.status()).isEqualTo(code.status());
        assertThat(answer.header("content-type")).contains("application/problem+json");
        assertThat(answer.header("cache-control")).contains("no-store");
        assertThat(body.get("code").asText()).isEqualTo(code.code());
        assertThat(body.get("title").asText()).isEqualTo(code.title());
        assertThat(body.get("status").asInt()).isEqualTo(code.status());
        assertThat(body.get("request_id").asText()).isEqualTo("request-7");
        assertThat(ImmutableList.copyOf(body.fieldNames())).isEqualTo(fieldsOf(code));
        assertThat(answer.header("www-authenticate").isPresent()).isEqualTo(code.status() == 401);
        assertThat(answer.header("allow").isPresent()).isEqualTo(code.status() == 405);
        assertThat(answer.header("retry-after").isPresent()).isEqualTo(code.status() == 503 || code.status() == 429);
    }

    private static List<String> fieldsOf(ProblemCode code) {
        if (code == ProblemCode.OUTCOME_UNKNOWN) {
            return List.of("title", "status", "detail", "code", "request_id");
        }
        if (code.status() >= 500) {
            return List.of("title", "status", "code", "request_id");
        }
        if (code.status() == 410) {
            return List.of("type", "title", "status", "detail", "code", "request_id", "reason", "snapshot");
        }
        return code == ProblemCode.VALIDATION_FAILED || code == ProblemCode.WEAK_PASSWORD
                ? List.of("type", "title", "status", "detail", "code", "request_id", "errors")
                : List.of("type", "title", "status", "detail", "code", "request_id");
    }

    @Test
    void internalErrorRevealsNothing() {
        Answer broken = server.http().send(request(ProblemCode.INTERNAL_ERROR));
        assertThat(broken.body())
                .isEqualTo("{\"title\":\"Internal server error\",\"status\":500,\"code\":\"internal_error\","
                        + "\"request_id\":\"request-7\"}");
        Answer busy = server.http().send(request(ProblemCode.UNAVAILABLE));
        assertThat(busy.header("retry-after")).contains("1");
    }

    @Test
    void problemHasTheFormatOfRfc9457() {
        Answer answer = server.http().send(request(ProblemCode.WEAK_PASSWORD));
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"urn:parley:problem:weak_password\",\"title\":\"Weak password\",\"status\":422,"
                        + "\"detail\":\"The password breaks the rules in \\\"errors\\\".\",\"code\":\"weak_password\","
                        + "\"request_id\":\"request-7\",\"errors\":[{\"field\":\"password\",\"code\":\"too_short\","
                        + "\"message\":\"At least 8 characters are needed.\"}]}");
    }

    @Test
    void passwordThatTheUseCaseFindsWeakIsRefused() {
        Answer registered = server.register("picky");
        Answer changed = server.post("/v1/me/password", "{\"current\":\"x\",\"new\":\"known to all\"}", token);

        assertThat(Json.of(registered).get("code").asText()).isEqualTo("weak_password");
        assertThat(Json.of(registered).at("/errors/0/field").asText()).isEqualTo("password");
        assertThat(Json.of(changed).get("code").asText()).isEqualTo("weak_password");
        assertThat(Json.of(changed).at("/errors/0/field").asText()).isEqualTo("new");
    }

    @ParameterizedTest
    @CsvSource({
        "401, unauthenticated",
        "404, not_found",
        "405, method_not_allowed",
        "406, not_acceptable",
        "413, body_too_large",
        "415, unsupported_media_type",
        "418, bad_request",
        "429, rate_limited",
        "502, internal_error",
        "503, unavailable",
    })
    void frameworkRefusalHasACode(int status, String code) {
        Answer answer = server.get("/v1/users?prefix=" + status, token);
        assertThat(Json.of(answer).get("code").asText()).isEqualTo(code);
        assertThat(Json.of(answer).get("status").asInt()).isEqualTo(answer.status());
    }

    private Request send(String content) {
        return V1Server.request("POST", "/v1/conversations/ann/messages", token)
                .json("{\"content\":\"%s\"}".formatted(content));
    }

    private Request get(String path) {
        return V1Server.request("GET", path, token);
    }
}
