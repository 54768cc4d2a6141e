package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.adapters.rest.testkit.ExhaustedQuotas;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.adapters.rest.testkit.openapi.ApiOperation;
import dev.parley.adapters.rest.v1.event.EventCursors;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.testkit.TestClock;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventEpoch;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.OutcomeUnknownException;
import dev.parley.domain.shared.UnavailableException;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Provokes every problem that the document lists for an operation. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class RefusalsTest {

    private static final InMemoryParley PARLEY = InMemoryParley.empty(TestClock.standing());
    private static final RestServer SERVER = RestServer.over(PARLEY);

    private static final RestServer BROKEN = throwing(() -> new IllegalStateException("broken"));
    private static final RestServer BUSY = throwing(() -> new UnavailableException(Dependency.STATE_STORE));

    private static final RestServer UNCONFIRMED = throwing(
            () -> new OutcomeUnknownException(Dependency.STATE_STORE, new IllegalStateException("connection lost")));

    private static final RestServer EXHAUSTED =
            RestServer.over(PARLEY.with(AdmitRequestUseCase.class, (kind, client) -> ExhaustedQuotas.QUOTAS));

    /** It uses no use case, so none can fail. */
    private static final String UNBREAKABLE = "getOpenApi";

    private static RestServer throwing(Supplier<RuntimeException> failure) {
        return RestServer.over(PARLEY.throwing(failure));
    }

    @TestFactory
    Stream<DynamicTest> everyProblemOfAnOperationOccurs() {
        return SERVER.document().operations().stream()
                .flatMap(operation -> operation.problems().stream()
                        .map(code -> ProblemCode.valueOf(code.toUpperCase(Locale.ROOT)))
                        .filter(code -> code.status() < 500 || !operation.id().equals(UNBREAKABLE))
                        .map(code ->
                                dynamicTest(operation.id() + " " + code.code(), () -> assertReached(operation, code))));
    }

    private static void assertReached(ApiOperation operation, ProblemCode code) {
        ExampleCaller caller =
                ExampleCaller.newcomer("refused-" + operation.id() + "-" + code.code(), V1Server.at(SERVER));
        String answer = provoke(operation, code, caller);
        assertThat(Json.of(answer).path("code").asText()).as(answer).isEqualTo(code.code());
    }

    /** The body of the response to a request that causes the problem. */
    private static String provoke(ApiOperation operation, ProblemCode code, ExampleCaller caller) {
        ExampleRequest call = caller.call(operation);
        Request good = call.as(caller.token());
        return switch (code) {
            case NOT_ACCEPTABLE -> send(good.with("Accept", "image/png"));
            case UNAUTHENTICATED -> send(call.anonymous());
            case INVALID_TOKEN -> send(call.as("0".repeat(40)));
            case INVALID_TICKET -> send(Request.of("GET", operation.path() + "?ticket=" + "0".repeat(40)));
            case BAD_REQUEST -> brokenBody(good);
            case MALFORMED_JSON -> send(good.json("{"));
            case BODY_TOO_LARGE -> send(good.json(" ".repeat(1 << 20) + "{}"));
            case UNSUPPORTED_MEDIA_TYPE -> send(good.with("Content-Type", "text/plain"));
            case VALIDATION_FAILED ->
                operation.bodySchema().isPresent()
                        ? send(good.json("{}"))
                        : send(call.with("prefix", "").as(caller.token()));
            case BAD_CURSOR -> send(call.with(cursor(operation), "x").as(caller.token()));
            case BAD_LIMIT -> send(call.with("limit", "0").as(caller.token()));
            case BAD_PARAMETER -> send(badParameter(operation, call, caller.token()));
            case BAD_IDEMPOTENCY_KEY ->
                send(call.with("Idempotency-Key", "k".repeat(256)).as(caller.token()));
            case USER_NOT_FOUND -> send(call.with("username", "nobody").as(caller.token()));
            case SESSION_NOT_FOUND -> send(call.with("session_id", "700000").as(caller.token()));
            case MESSAGE_NOT_FOUND -> send(unknownMessage(operation, call).as(caller.token()));
            case CURSOR_EXPIRED -> send(call.with("after", ofAnotherHistory()).as(caller.token()));
            case USERNAME_TAKEN -> send(call.with("username", caller.name()).as(caller.token()));
            case INVALID_CREDENTIALS -> send(call.with("password", "wrong").as(caller.token()));
            case WRONG_PASSWORD -> send(call.with("current", "wrong").as(caller.token()));
            case WEAK_PASSWORD ->
                send(call.with("password", "short").with("new", "short").as(caller.token()));
            case IDEMPOTENCY_KEY_REUSED -> {
                ExampleRequest keyed = call.with("Idempotency-Key", "key");
                send(keyed.as(caller.token()));
                yield send(keyed.with("content", "another").as(caller.token()));
            }
            case RATE_LIMITED -> V1Server.at(EXHAUSTED).http().send(good).body();
            case INTERNAL_ERROR -> V1Server.at(BROKEN).http().send(good).body();
            case OUTCOME_UNKNOWN -> V1Server.at(UNCONFIRMED).http().send(good).body();
            case UNAVAILABLE -> V1Server.at(BUSY).http().send(good).body();
            case NOT_FOUND, METHOD_NOT_ALLOWED, URI_TOO_LONG, HEADERS_TOO_LARGE ->
                throw new AssertionError("of no operation: " + code);
        };
    }

    private static String send(Request request) {
        Answer answer = V1Server.at(SERVER).http().send(request);
        return answer.body();
    }

    private static String cursor(ApiOperation operation) {
        return operation
                .parametersIn("query")
                .map(parameter -> parameter.get("name").asText())
                .filter(name -> name.equals("after"))
                .findFirst()
                .orElseThrow();
    }

    private static Request badParameter(ApiOperation operation, ExampleRequest call, String token) {
        return switch (operation.id()) {
            case "listMessages" -> call.with("before", "1").with("after", "1").as(token);
            case "listActivity" -> call.with("type", "WHISTLING").as(token);
            case "pollEvents" -> call.with("wait", "26").as(token);
            case "listConversations" -> call.with("filter", "starred").as(token);
            case "revokeOtherSessions" -> call.with("except", "none").as(token);
            case "streamEvents" -> V1Server.request("GET", operation.path() + "?after=1&after=2", token);
            default -> V1Server.request("GET", operation.path() + "?prefix=a&before=1", token);
        };
    }

    private static String ofAnotherHistory() {
        return EventCursors.CODEC.encode(new EventCursor(new EventEpoch(new UUID(1, 2)), 1));
    }

    private static ExampleRequest unknownMessage(ApiOperation operation, ExampleRequest call) {
        return operation.id().equals("listMessages")
                ? call.with("around", "700000")
                : call.with("message_id", "700000").with("read_up_to", "700000");
    }

    /** Sends a malformed chunk. */
    private static String brokenBody(Request good) {
        String head = String.join(
                "\r\n",
                good.method() + " " + good.path() + " HTTP/1.1",
                "Host: x",
                "Authorization: " + good.headers().getOrDefault("Authorization", ""),
                "Transfer-Encoding: chunked",
                "Content-Type: application/json",
                "Connection: close",
                "",
                "zz",
                "");
        String answer = V1Server.at(SERVER).http().exchange(head.getBytes(StandardCharsets.US_ASCII));
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
