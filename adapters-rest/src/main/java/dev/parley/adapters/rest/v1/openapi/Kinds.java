package dev.parley.adapters.rest.v1.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.adapters.rest.v1.description.Kind;
import dev.parley.adapters.rest.v1.event.ResetReason;
import dev.parley.adapters.rest.v1.event.follow.Ending;
import dev.parley.adapters.rest.v1.event.poll.PollQuery;
import dev.parley.adapters.rest.v1.json.V1Json;
import dev.parley.adapters.rest.v1.page.Paging;
import dev.parley.adapters.rest.v1.problem.FieldFlaw;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.event.EventLogState.Standing;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.Token;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import java.util.stream.Stream;

/** What the values of v1 look like, with their limits, which are the domain's, and one value of each. */
interface Kinds {

    /** Made anew, so that it may be added to. */
    static Shape shapeOf(Kind kind) {
        return switch (kind) {
            case PLAIN -> shape("\"text\"", text());
            case NEW_USERNAME ->
                shape("\"ann\"", text(1, Username.MAX_LENGTH).put("pattern", "^[\\p{L}\\p{M}\\p{N}@.+_-]+$"));
            case USERNAME ->
                shape("\"bea\"", text(1, Username.MAX_LENGTH).put("pattern", "^(~[1-9][0-9]*|[\\p{L}\\p{N}@.+_-]+)$"));
            case CREDENTIAL -> shape("\"correct horse battery\"", notEmpty());
            case NEW_PASSWORD ->
                shape(
                        "\"correct horse battery\"",
                        text(Password.MIN_LENGTH, Password.MAX_LENGTH).put("format", "password"));
            case CONTENT ->
                shape("\"Hello, Bea!\"", text(1, MessageContent.MAX_LENGTH).put("pattern", "[^\\s]"));
            case DEVICE_NAME ->
                shape("\"Ann's phone\"", text(1, DeviceName.MAX_LENGTH).put("pattern", "[^\\s]"));
            case TOKEN ->
                shape(
                        "\"" + "c0ffee15600d".repeat(3) + "cafe\"",
                        text(Token.LENGTH, Token.LENGTH).put("pattern", "^[0-9a-f]+$"));
            case ID -> shape("\"42\"", text(1, 18).put("pattern", "^[1-9][0-9]*$"));
            case CURSOR -> shape("\"AWdQl0d1c2VyczphbmQ\"", notEmpty());
            case MARK -> shape("\"42\"", notEmpty());
            case IDEMPOTENCY_KEY -> shape("\"7f8b2c9e-send-1\"", text().put("pattern", idempotencyKey()));
            case TIME ->
                shape(
                        "\"2026-11-22T10:15:30.123456Z\"",
                        text().put("format", "date-time")
                                .put(
                                        "pattern",
                                        "^[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{6}Z$"));
            case FLAG -> shape("true", typed("boolean"));
            case COUNT -> shape("3", typed("integer").put("format", "int64").put("minimum", 0));
            case LIMIT ->
                shape(
                        "50",
                        typed("integer")
                                .put("minimum", 1)
                                .put("maximum", Paging.MAX_LIMIT)
                                .put("default", Paging.DEFAULT_LIMIT));
            case PREFIX -> shape("\"a\"", notEmpty());
            case PROBLEM_CODE ->
                shape(
                        "\"user_not_found\"",
                        oneOf(Stream.of(ProblemCode.values()).map(ProblemCode::code)));
            case FIELD_FLAW ->
                shape("\"required\"", oneOf(Stream.of(FieldFlaw.values()).map(FieldFlaw::code)));
            case ACTIVITY_TYPE ->
                shape("\"VALID_LOGIN\"", oneOf(Stream.of(ActivityType.values()).map(ActivityType::name)));
            case RESET_REASON ->
                shape(
                        "\"expired\"",
                        oneOf(Stream.of(Standing.values())
                                .filter(standing -> standing != Standing.GOOD)
                                .map(ResetReason::code)));
            case ENDING ->
                shape(
                        "\"shutdown\"",
                        oneOf(Stream.of(Ending.values())
                                .filter(ending -> ending != Ending.GONE && ending != Ending.REFUSED)
                                .map(Ending::code)));
            case EVENT_TYPE -> shape("\"message.created\"", text());
            case SEQ -> shape("17", typed("integer").put("format", "int64").put("minimum", 1));
            case WAIT ->
                shape(
                        "25",
                        typed("integer")
                                .put("minimum", 0)
                                .put("maximum", PollQuery.MAX_WAIT_SECONDS)
                                .put("default", PollQuery.MAX_WAIT_SECONDS));
            case UNREAD -> shape("\"unread\"", oneOf(Stream.of("unread")));
            case CURRENT -> shape("\"current\"", oneOf(Stream.of("current")));
        };
    }

    private static Shape shape(String example, ObjectNode schema) {
        return new Shape(schema, V1Json.read(example));
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
