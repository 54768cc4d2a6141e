package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parley.adapters.rest.json.JsonBodyReader;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.adapters.rest.testkit.openapi.ApiDocument;
import dev.parley.adapters.rest.testkit.openapi.ApiOperation;
import dev.parley.adapters.rest.testkit.openapi.Conformity;
import dev.parley.adapters.rest.v1.error.ProblemExample;
import dev.parley.adapters.rest.v1.event.ResetReason;
import dev.parley.adapters.rest.v1.event.follow.EndReason;
import dev.parley.adapters.rest.v1.event.poll.PollQuery;
import dev.parley.adapters.rest.v1.page.Paging;
import dev.parley.adapters.rest.v1.page.V1Query;
import dev.parley.adapters.rest.v1.problem.FieldFlaw;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.testkit.TestClock;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.event.EventLogState.CursorStatus;
import dev.parley.domain.event.EventView.Payload;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.Token;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks that openapi.yaml is complete, and that its limits, enumerations and examples are those of the code. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class DocumentTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));

    private static final SchemaRegistry DRAFTS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private V1Server server;
    private ApiDocument document;

    @BeforeEach
    void read() {
        server = V1Server.at(SERVER);
        document = SERVER.document();
    }

    @Test
    void operationsAreExactlyTheRoutesUnderV1() {
        List<String> served =
                SERVER.routes().stream().filter(route -> route.contains(" /v1")).toList();
        assertThat(document.operations())
                .extracting(operation -> operation.method() + " " + operation.path())
                .containsExactlyInAnyOrderElementsOf(served)
                .hasSizeGreaterThan(15);
    }

    @TestFactory
    Stream<DynamicTest> everyOperationIsFullyDescribed() {
        return document.operations().stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    assertThat(operation.id()).matches("[a-z][A-Za-z]+");
                    assertThat(operation.node().get("summary").asText())
                            .isNotBlank()
                            .doesNotEndWith(".");
                    assertThat(operation.node().get("tags")).hasSize(1);
                    assertThat(operation.statuses())
                            .anyMatch(status -> status < 300)
                            .anyMatch(status -> status >= 400);
                    assertThat(operation.bodySchema().isPresent())
                            .isEqualTo(operation.bodyExample().isPresent());
                    operation.parameters().forEach(DocumentTest::assertDescribed);
                    operation.statuses().forEach(status -> assertAnswerDescribed(operation.response(status)));
                }));
    }

    private static void assertDescribed(JsonNode parameter) {
        assertThat(parameter.path("description").asText()).isNotBlank();
        assertThat(parameter.path("schema")).isNotEmpty();
        assertThat(parameter.has("example")).isTrue();
    }

    private static void assertAnswerDescribed(JsonNode response) {
        assertThat(response.get("description").asText()).isNotBlank();
        assertThat(response.get("headers").has("X-Request-Id")).isTrue();
        response.path("content")
                .forEach(content -> assertThat(content.has("example") || content.has("examples"))
                        .isTrue());
    }

    @Test
    void operationIdsAreUniqueAndTagsExist() {
        assertThat(document.operations()).extracting(ApiOperation::id).doesNotHaveDuplicates();
        List<String> tags = texts(document.root().get("tags"), "name");
        assertThat(document.operations())
                .extracting(operation -> operation.node().at("/tags/0").asText())
                .allMatch(tags::contains);
    }

    @TestFactory
    Stream<DynamicTest> everyFieldHasADescription() {
        return document.root().at("/components/schemas").properties().stream()
                .map(schema -> dynamicTest(schema.getKey(), () -> {
                    assertThat(DRAFTS.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
                                    .validate(schema.getValue().toString(), InputFormat.JSON))
                            .isEmpty();
                    schema.getValue()
                            .path("properties")
                            .properties()
                            .forEach(field -> assertThat(
                                            field.getValue().path("description").asText())
                                    .as(field.getKey())
                                    .isNotBlank());
                }));
    }

    @Test
    void everyReferenceResolves() {
        assertThat(document.root().findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(document.at(reference).isMissingNode()).isFalse());
    }

    @TestFactory
    Stream<DynamicTest> everyExampleMatchesItsSchema() {
        Conformity conformity = new Conformity(document);
        return document.operations().stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    operation
                            .bodyExample()
                            .ifPresent(example -> assertThat(conformity.flawsOfExample(
                                            operation.pointer() + "/requestBody/content/application~1json/schema",
                                            example.toString()))
                                    .isEmpty());
                    for (int status : operation.statuses()) {
                        operation.response(status).path("content").properties().forEach(content -> {
                            String schema = operation.responsePointer(status) + "/content/"
                                    + ApiDocument.escaped(content.getKey()) + "/schema";
                            examples(content.getValue())
                                    .forEach(
                                            example -> assertThat(conformity.flawsOfExample(schema, example.toString()))
                                                    .as(example.toString())
                                                    .isEmpty());
                        });
                    }
                }));
    }

    private Stream<JsonNode> examples(JsonNode content) {
        return content.has("example")
                ? Stream.of(content.get("example"))
                : StreamSupport.stream(content.get("examples").spliterator(), false)
                        .map(document::resolve)
                        .map(example -> example.get("value"));
    }

    @Test
    void problemsAndFlawsAreThoseOfTheCatalogues() {
        JsonNode schemas = document.root().at("/components/schemas");
        assertThat(texts(schemas.at("/Problem/properties/code/enum")))
                .isEqualTo(codes(Stream.of(ProblemCode.values())));
        assertThat(texts(schemas.at("/ProblemEntry/properties/code/enum")))
                .isEqualTo(Stream.of(FieldFlaw.values()).map(FieldFlaw::code).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyProblemHasTheExampleThatTheServiceWrites() {
        JsonNode examples = document.root().at("/components/examples");
        assertThat(names(examples)).isEqualTo(codes(Stream.of(ProblemCode.values())));
        return Stream.of(ProblemCode.values())
                .map(code -> dynamicTest(code.code(), () -> {
                    JsonNode example = examples.get(code.code());
                    assertThat(example.get("summary").asText()).isEqualTo(code.meaning());
                    assertThat(example.get("value")).isEqualTo(ProblemExample.of(code));
                }));
    }

    @TestFactory
    Stream<DynamicTest> problemsStandUnderTheirStatus() {
        return document.operations().stream()
                .map(operation -> dynamicTest(
                        operation.id(),
                        () -> operation.statuses().stream()
                                .filter(status -> status >= 400)
                                .forEach(status -> {
                                    JsonNode content =
                                            operation.response(status).at("/content/application~1problem+json");
                                    List<ProblemCode> problems =
                                            texts(content.at("/schema/properties/code/enum")).stream()
                                                    .map(code -> ProblemCode.valueOf(code.toUpperCase(Locale.ROOT)))
                                                    .toList();
                                    assertThat(problems).isNotEmpty().allMatch(code -> code.status() == status);
                                    assertThat(names(content.get("examples"))).isEqualTo(codes(problems.stream()));
                                })));
    }

    /** What every operation can refuse for its token, body, parameters and limits. RefusalsTest provokes each of them. */
    @TestFactory
    Stream<DynamicTest> everyOperationHasTheProblemsOfWhatItTakes() {
        return document.operations().stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    assertThat(operation.problems()).containsAll(codes(problemsOfWhatIsTaken(operation)));
                    assertThat(operation.problems().contains("outcome_unknown"))
                            .isEqualTo(!operation.method().equals("GET"));
                }));
    }

    private static Stream<ProblemCode> problemsOfWhatIsTaken(ApiOperation operation) {
        Stream.Builder<ProblemCode> problems = Stream.<ProblemCode>builder()
                .add(ProblemCode.NOT_ACCEPTABLE)
                .add(ProblemCode.INTERNAL_ERROR)
                .add(ProblemCode.UNAVAILABLE);
        if (operation.isProtected()) {
            problems.add(ProblemCode.UNAUTHENTICATED)
                    .add(ProblemCode.INVALID_TOKEN)
                    .add(ProblemCode.RATE_LIMITED);
        }
        if (operation.bodySchema().isPresent()) {
            problems.add(ProblemCode.BAD_REQUEST)
                    .add(ProblemCode.MALFORMED_JSON)
                    .add(ProblemCode.BODY_TOO_LARGE)
                    .add(ProblemCode.UNSUPPORTED_MEDIA_TYPE)
                    .add(ProblemCode.VALIDATION_FAILED);
        }
        operation.parameters().forEach(parameter -> problemOf(parameter).ifPresent(problems::add));
        if (operation.parametersIn("query").findAny().isPresent()) {
            problems.add(ProblemCode.BAD_PARAMETER);
        }
        return problems.build();
    }

    private static Optional<ProblemCode> problemOf(JsonNode parameter) {
        return switch (parameter.get("name").asText()) {
            case "limit" -> Optional.of(ProblemCode.BAD_LIMIT);
            case "after", "before", "around", "Last-Event-ID" -> Optional.of(ProblemCode.BAD_CURSOR);
            case "prefix" -> Optional.of(ProblemCode.VALIDATION_FAILED);
            case "Idempotency-Key" -> Optional.of(ProblemCode.BAD_IDEMPOTENCY_KEY);
            default -> Optional.empty();
        };
    }

    private static List<String> codes(Stream<ProblemCode> problems) {
        return problems.map(ProblemCode::code).toList();
    }

    @Test
    void onlyProblemsBeforeRoutingBelongToNoOperation() {
        List<String> ofOperations = document.operations().stream()
                .flatMap(operation -> operation.problems().stream())
                .distinct()
                .toList();
        assertThat(Stream.of(ProblemCode.values()).map(ProblemCode::code).filter(code -> !ofOperations.contains(code)))
                .containsExactly("not_found", "method_not_allowed", "uri_too_long", "headers_too_large");
    }

    @Test
    void eventsAreExactlyTheTypesOfTheCode() {
        List<String> happenings = Stream.of(Payload.class.getPermittedSubclasses())
                .map(kind -> kind.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", ".")
                        .toLowerCase(Locale.ROOT))
                .toList();
        JsonNode events =
                document.operation("streamEvents").response(200).at("/content/text~1event-stream/x-sse-events");
        assertThat(names(document.root().at("/components/schemas/Event/discriminator/mapping")))
                .containsExactlyInAnyOrderElementsOf(happenings);
        assertThat(names(events))
                .containsAll(happenings)
                .contains("fresh", "resumed", "reset", "caught_up", "bye")
                .hasSize(happenings.size() + 5);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    @Test
    void limitsAreNamed() {
        JsonNode schemas = document.root().at("/components/schemas");
        assertThat(schemas.at("/RegisterRequest/properties/username/maxLength").asInt())
                .isEqualTo(150);
        assertThat(schemas.at("/RegisterRequest/properties/password/minLength").asInt())
                .isEqualTo(8);
        assertThat(schemas.at("/RegisterRequest/properties/password/maxLength").asInt())
                .isEqualTo(128);
        assertThat(schemas.at("/LoginRequest/properties/device_name/maxLength").asInt())
                .isEqualTo(100);
        assertThat(schemas.at("/SendRequest/properties/content/maxLength").asInt())
                .isEqualTo(65_536);
        assertThat(document.root()
                        .at("/components/parameters/LIMIT/schema/maximum")
                        .asInt())
                .isEqualTo(200);
        assertThat(document.operation("logIn")
                        .node()
                        .at("/requestBody/description")
                        .asText())
                .contains("1048576 bytes");
    }

    /** The limits and the enumerations of the document are those of the code. */
    @Test
    void limitsAndEnumerationsAreThoseOfTheCode() {
        JsonNode components = document.root().get("components");
        JsonNode schemas = components.get("schemas");
        JsonNode parameters = components.get("parameters");
        assertThat(schemas.at("/RegisterRequest/properties/username/maxLength").asInt())
                .isEqualTo(schemas.at("/Username/maxLength").asInt())
                .isEqualTo(Username.MAX_LENGTH);
        for (String password : List.of("/RegisterRequest/properties/password", "/PasswordRequest/properties/new")) {
            assertThat(schemas.at(password).get("minLength").asInt()).isEqualTo(Password.MIN_LENGTH);
            assertThat(schemas.at(password).get("maxLength").asInt()).isEqualTo(Password.MAX_LENGTH);
        }
        assertThat(schemas.at("/LoginRequest/properties/device_name/maxLength").asInt())
                .isEqualTo(DeviceName.MAX_LENGTH);
        assertThat(schemas.at("/SendRequest/properties/content/maxLength").asInt())
                .isEqualTo(MessageContent.MAX_LENGTH);
        assertThat(schemas.at("/Login/properties/token/maxLength").asInt()).isEqualTo(Token.LENGTH);
        assertThat(schemas.at("/Ticket/properties/ticket/maxLength").asInt()).isEqualTo(Token.LENGTH);
        assertThat(parameters.at("/LIMIT/schema/maximum").asInt()).isEqualTo(Paging.MAX_LIMIT);
        assertThat(parameters.at("/LIMIT/schema/default").asInt()).isEqualTo(Paging.DEFAULT_LIMIT);
        assertThat(parameters.at("/WAIT/schema/maximum").asInt()).isEqualTo(PollQuery.MAX_WAIT_SECONDS);
        assertThat(parameters.at("/WAIT/schema/default").asInt()).isEqualTo(PollQuery.MAX_WAIT_SECONDS);
        assertThat(parameters.at("/IDEMPOTENCY_KEY/schema/pattern").asText())
                .contains("{1," + IdempotencyKey.MAX_LENGTH + "}", "{0," + (IdempotencyKey.MAX_LENGTH - 1) + "}");
        assertThat(parameters.at("/IDEMPOTENCY_KEY/description").asText())
                .contains("1 to " + IdempotencyKey.MAX_LENGTH, IdempotencyKey.LIFETIME.toDays() + " days");
        assertThat(document.operation("logIn")
                        .node()
                        .at("/requestBody/description")
                        .asText())
                .contains(JsonBodyReader.MAX_BYTES + " bytes");
        assertThat(texts(schemas.at("/ActivityType/enum")))
                .isEqualTo(
                        Stream.of(ActivityType.values()).map(ActivityType::name).toList());
        assertThat(texts(schemas.at("/ResetReason/enum")))
                .isEqualTo(Stream.of(CursorStatus.values())
                        .filter(standing -> standing != CursorStatus.GOOD)
                        .map(ResetReason::code)
                        .toList());
        assertThat(texts(schemas.at("/StreamEnd/properties/code/enum")))
                .isEqualTo(Stream.of(EndReason.values())
                        .filter(ending -> ending != EndReason.GONE && ending != EndReason.REFUSED)
                        .map(EndReason::code)
                        .toList());
    }

    @Test
    void queryParametersAreThoseThatAreCheckedForRepetition() {
        List<String> described = document.root().at("/components/parameters").properties().stream()
                .map(Map.Entry::getValue)
                .filter(parameter -> parameter.get("in").asText().equals("query"))
                .map(parameter -> parameter.get("name").asText())
                .distinct()
                .toList();
        String ticket =
                document.root().at("/components/securitySchemes/ticket/name").asText();
        assertThat(V1Query.NAMES)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(described.stream(), Stream.of(ticket)).toList());
    }

    @Test
    void documentIsPublicAndHasTheVersionOfTheService() {
        Answer answer = server.http().send(Request.of("GET", "/v1/openapi.json"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).contains("application/json");
        assertThat(document.root().get("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.root().at("/info/version").asText()).isEqualTo(RestServer.VERSION);
        assertThat(document.root().at("/servers/0/url").asText()).isEqualTo("/");
        assertThat(document.operation("getOpenApi").isProtected()).isFalse();
        assertThat(document.operation("logIn").isProtected()).isFalse();
        assertThat(document.operation("getMe").isProtected()).isTrue();
    }

    @Test
    void unchangedDocumentReturns304() {
        Request request = Request.of("GET", "/v1/openapi.json");
        Answer first = server.http().send(request);
        Answer again = server.http()
                .send(request.with("If-None-Match", first.header("etag").orElseThrow()));

        assertThat(first.header("cache-control")).contains("no-cache");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("etag")).isEqualTo(first.header("etag"));
        for (String other : List.of("\"another\"", "\"", "W/*", "\u00e9")) { // also unreadable ones
            assertThat(server.http().send(request.with("If-None-Match", other)).status())
                    .isEqualTo(200);
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> texts(JsonNode list, String field) {
        return Json.texts(list, field);
    }
}
