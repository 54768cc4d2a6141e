package dev.parley.adapters.rest.v1.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.rest.v1.error.FieldFlaw;
import dev.parley.adapters.rest.v1.error.ProblemCode;
import dev.parley.adapters.rest.v1.event.ResetReason;
import dev.parley.adapters.rest.v1.event.follow.Ending;
import dev.parley.adapters.rest.v1.event.poll.PollQuery;
import dev.parley.adapters.rest.v1.json.V1Json;
import dev.parley.adapters.rest.v1.page.Paging;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.event.EventLogState.Standing;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.Token;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import java.util.stream.Stream;

/** What the values of v1 look like, with their limits and one value of each. */
public enum Kind {
    /** Of a field: whatever the type of its component says. Of a parameter: any text. */
    PLAIN("\"text\"", text()),
    NEW_USERNAME("\"ann\"", text(1, Username.MAX_LENGTH).put("pattern", "^[\\p{L}\\p{N}@.+_-]+$")),
    /** As it is shown: whoever is erased is a tilde and a number. */
    USERNAME("\"bea\"", text(1, Username.MAX_LENGTH).put("pattern", "^(~[1-9][0-9]*|[\\p{L}\\p{N}@.+_-]+)$")),
    /** Only compared, so that its limits are nobody's business. */
    CREDENTIAL("\"correct horse battery\"", notEmpty()),
    NEW_PASSWORD(
            "\"correct horse battery\"",
            text(Password.MIN_LENGTH, Password.MAX_LENGTH).put("format", "password")),
    CONTENT("\"Hello, Bea!\"", text(1, MessageContent.MAX_LENGTH).put("pattern", "[^\\s]")),
    DEVICE_NAME("\"Ann's phone\"", text(1, DeviceName.MAX_LENGTH).put("pattern", "[^\\s]")),
    TOKEN(
            "\"" + "c0ffee15600d".repeat(3) + "cafe\"",
            text(Token.LENGTH, Token.LENGTH).put("pattern", "^[0-9a-f]+$")),
    /** Digits today; clients take it for a name, and compare nothing but equality. */
    ID("\"42\"", text(1, 18).put("pattern", "^[1-9][0-9]*$")),
    CURSOR("\"AWdQl0d1c2VyczphbmQ\"", notEmpty()),
    /** A cursor, or the id of a message. */
    MARK("\"42\"", notEmpty()),
    IDEMPOTENCY_KEY("\"7f8b2c9e-send-1\"", text().put("pattern", idempotencyKey())),
    TIME(
            "\"2026-11-22T10:15:30.123456Z\"",
            text().put("format", "date-time")
                    .put("pattern", "^[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{6}Z$")),
    FLAG("true", typed("boolean")),
    COUNT("3", typed("integer").put("format", "int64").put("minimum", 0)),
    LIMIT(
            "50",
            typed("integer").put("minimum", 1).put("maximum", Paging.MAX_LIMIT).put("default", Paging.DEFAULT_LIMIT)),
    PREFIX("\"a\"", notEmpty()),
    PROBLEM_CODE("\"user_not_found\"", oneOf(Stream.of(ProblemCode.values()).map(ProblemCode::code))),
    FIELD_FLAW("\"required\"", oneOf(Stream.of(FieldFlaw.values()).map(FieldFlaw::code))),
    ACTIVITY_TYPE("\"VALID_LOGIN\"", oneOf(Stream.of(ActivityType.values()).map(ActivityType::name))),
    RESET_REASON(
            "\"expired\"",
            oneOf(Stream.of(Standing.values())
                    .filter(standing -> standing != Standing.GOOD)
                    .map(ResetReason::code))),
    /** Why a stream ends, as far as its client is told. */
    ENDING(
            "\"shutdown\"",
            oneOf(Stream.of(Ending.values())
                    .filter(ending -> ending != Ending.GONE && ending != Ending.REFUSED)
                    .map(Ending::code))),
    EVENT_TYPE("\"message.created\"", text()),
    SEQ("17", typed("integer").put("format", "int64").put("minimum", 1)),
    WAIT(
            "25",
            typed("integer")
                    .put("minimum", 0)
                    .put("maximum", PollQuery.MAX_WAIT_SECONDS)
                    .put("default", PollQuery.MAX_WAIT_SECONDS)),
    UNREAD("\"unread\"", oneOf(Stream.of("unread"))),
    CURRENT("\"current\"", oneOf(Stream.of("current")));

    private final String example;
    private final String schema;

    Kind(String example, ObjectNode schema) {
        this.example = example;
        this.schema = schema.toString();
    }

    /** One of it, as JSON. */
    String example() {
        return example;
    }

    /** A new schema, which may be added to. */
    ObjectNode schema() {
        return (ObjectNode) V1Json.read(schema);
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static ObjectNode text() {
        return typed("string");
    }

    private static ObjectNode text(int minLength, int maxLength) {
        return text().put("minLength", minLength).put("maxLength", maxLength);
    }

    private static ObjectNode notEmpty() {
        return text().put("minLength", 1);
    }

    private static ObjectNode oneOf(Stream<String> texts) {
        ObjectNode schema = text();
        texts.forEach(text -> schema.withArray("enum").add(text));
        return schema;
    }

    /** Bare, or as a quoted string in which quotation marks and backslashes are escaped. */
    private static String idempotencyKey() {
        return "^(\"([ !#-\\[\\]-~]|\\\\[\"\\\\]){1,%d}\"|[ !#-~][ -~]{0,%d})$"
                .formatted(IdempotencyKey.MAX_LENGTH, IdempotencyKey.MAX_LENGTH - 1);
    }
}
