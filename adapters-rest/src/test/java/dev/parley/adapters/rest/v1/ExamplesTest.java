package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.adapters.rest.testkit.openapi.ApiOperation;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sends every example of the document, and checks that requests that a schema forbids are refused. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class ExamplesTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));

    /** EventStreamTest compares streams with the document. */
    private static final String ENDLESS = "streamEvents";

    @TestFactory
    Stream<DynamicTest> everyExampleIsAccepted() {
        return SERVER.document().operations().stream()
                .filter(operation -> !operation.id().equals(ENDLESS))
                .map(operation -> dynamicTest(operation.id(), () -> {
                    V1Server server = V1Server.at(SERVER);
                    ExampleCaller caller = ExampleCaller.newcomer("example-" + operation.id(), server);
                    Answer answer = server.http().send(caller.call(operation).as(caller.token()));
                    assertThat(answer.status()).as(answer.body()).isLessThan(300);
                    assertThat(operation.statuses()).contains(answer.status());
                }));
    }

    /** The code that reads requests does not use the schemas: this test keeps the two in step. */
    @TestFactory
    Stream<DynamicTest> requestThatASchemaForbidsIsRefused() {
        return SERVER.document().operations().stream()
                .filter(operation -> operation.bodySchema().isPresent())
                .flatMap(operation -> operation.bodySchema().orElseThrow().get("properties").properties().stream()
                        .map(field -> dynamicTest(
                                operation.id() + " " + field.getKey(), () -> assertKept(operation, field))));
    }

    private static void assertKept(ApiOperation operation, Map.Entry<String, JsonNode> field) {
        String name = field.getKey();
        JsonNode schema = operation.document().resolve(field.getValue());
        boolean isRequired = StreamSupport.stream(
                        operation.bodySchema().orElseThrow().path("required").spliterator(), false)
                .anyMatch(required -> required.asText().equals(name));

        assertThat(refused(operation, body -> body.remove(name))).isEqualTo(isRequired ? name + " required" : "");
        assertThat(refused(operation, body -> body.putNull(name))).isEqualTo(isRequired ? name + " required" : "");
        assertThat(refused(operation, body -> body.put(name, 12_345_678))).isEqualTo(name + " wrong_type");
        assertThat(refused(operation, body -> body.put(name, true))).isEqualTo(name + " wrong_type");
        assertThat(refused(operation, body -> body.put(name, ""))).startsWith(name);
        int minimum = schema.path("minLength").asInt(1);
        if (minimum > 1) {
            assertThat(refused(operation, body -> body.put(name, "x".repeat(minimum))))
                    .doesNotContain(name + " too_");
            assertThat(refused(operation, body -> body.put(name, "x".repeat(minimum - 1))))
                    .isEqualTo(name + " too_short");
        }
        if (schema.has("maxLength") && !isId(schema)) {
            int maximum = schema.get("maxLength").asInt();
            assertThat(refused(operation, body -> body.put(name, "😀".repeat(maximum))))
                    .doesNotContain("too_long");
            assertThat(refused(operation, body -> body.put(name, "x".repeat(maximum))))
                    .isEmpty();
            assertThat(refused(operation, body -> body.put(name, "x".repeat(maximum + 1))))
                    .isEqualTo(name + " too_long");
        }
    }

    /** A malformed id is an unknown one, so its schema is not enforced. */
    private static boolean isId(JsonNode schema) {
        return schema.path("pattern").asText().contains("[0-9]*$")
                && schema.get("maxLength").asInt() < 20;
    }

    /** A change to a valid body. */
    private interface Change {
        void in(ObjectNode body);
    }

    /** The field and its flaw; empty if the request is accepted. */
    private static String refused(ApiOperation operation, Change change) {
        V1Server server = V1Server.at(SERVER);
        ExampleCaller caller =
                ExampleCaller.newcomer("forbidden-" + operation.id() + "-" + System.identityHashCode(change), server);
        ObjectNode body = (ObjectNode) caller.call(operation).body().orElseThrow();
        if (body.has("username") && operation.id().equals("registerUser")) {
            body.put("username", caller.name() + "-friend");
        }
        change.in(body);
        Answer answer =
                server.http().send(caller.call(operation).as(caller.token()).json(body.toString()));
        if (answer.status() < 300) {
            return "";
        }
        JsonNode error = Json.of(answer).path("errors").path(0);
        return (error.path("field").asText() + " " + error.path("code").asText()).strip();
    }
}
