package dev.parley.bootstrap.service.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks the conditions that every response of the application port must meet, whatever the request. */
final class ResponseChecks {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Signs of internals: a class, a stack trace, an SQL statement, a file. */
    private static final Pattern INSIDES = Pattern.compile(
            "\\b(java|javax|jakarta|org|com|io|dev)\\.[a-z]+\\.[\\w.]*[A-Z]\\w+|\\bat [\\w.$]+\\(|Exception\\b|SQLSTATE"
                    + "|\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) \\w|psql|jdbc:|/src/main|Jetty|Jersey|Dropwizard",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern V1 = Pattern.compile("/v1/[\\w/-]*([?].*)?");

    private ResponseChecks() {}

    /** Returns the first violated condition; empty if there is none. */
    static Optional<String> flaw(RequestDraft draft, RawResponse answer) {
        return Stream.of(
                        expect(answer.status() < 500, "the status is " + answer.status()),
                        expect(has(answer, "X-Request-Id"), "it has no request id"),
                        expect(
                                answer.headers().keySet().stream().noneMatch("X-Injected"::equalsIgnoreCase),
                                "a header was injected"),
                        expect(answer.status() < 400 || !revealsInternals(answer), "it reveals internals"),
                        expect(answer.status() < 400 || !repeatsToken(draft, answer), "it repeats the token"),
                        expect(
                                answer.status() != 401 || has(answer, "WWW-Authenticate"),
                                "it has no WWW-Authenticate header"),
                        expect(answer.status() != 405 || has(answer, "Allow"), "it has no Allow header"),
                        expect(
                                answer.status() < 400 || answer.isProblem() || !isOfV1(draft),
                                "an error of v1 is not a problem"),
                        badBody(draft, answer))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean has(RawResponse answer, String header) {
        return answer.headers().containsKey(header);
    }

    /** Whether the request certainly reaches v1, and is a single request. */
    private static boolean isOfV1(RequestDraft draft) {
        return draft.form() == RequestDraft.Form.PROPER
                && V1.matcher(draft.target()).matches();
    }

    private static boolean revealsInternals(RawResponse answer) {
        return INSIDES.matcher(answer.body()).find();
    }

    private static boolean repeatsToken(RequestDraft draft, RawResponse answer) {
        return draft.headers().stream()
                .filter(line -> line.matches("Authorization: \\w+ [0-9a-f]{40}"))
                .anyMatch(line -> answer.body().contains(line.substring(line.length() - 40)));
    }

    private static Optional<String> badBody(RequestDraft draft, RawResponse answer) {
        if (answer.isJson() && !answer.body().isEmpty()) {
            return badJson(answer);
        }
        boolean isEmptyOnPurpose =
                draft.method().strip().equals("HEAD") || answer.body().isEmpty();
        return expect(answer.status() < 400 || isEmptyOnPurpose, "the body of an error is not JSON")
                .or(() -> expect(answer.status() < 400 || answer.isJson(), "the media type of an error is not JSON"));
    }

    private static Optional<String> badJson(RawResponse answer) {
        try {
            JsonNode json = JSON.readTree(answer.body());
            return answer.isProblem()
                    ? badProblem(answer, json)
                    : expect(answer.status() < 400 || json.isObject(), "an error is not an object");
        } catch (JsonProcessingException e) {
            return Optional.of("its body is not JSON");
        }
    }

    private static Optional<String> badProblem(RawResponse answer, JsonNode json) {
        boolean isKnown = Stream.of(ProblemCode.values())
                .anyMatch(code -> code.code().equals(json.path("code").asText())
                        && code.type().equals(json.path("type").asText())
                        && code.status() == answer.status());
        String id = answer.headers().getOrDefault("X-Request-Id", "");
        return expect(isKnown, "the problem is not in the catalogue")
                .or(() -> expect(json.path("status").asInt() == answer.status(), "the problem has another status"))
                .or(() -> expect(
                        json.hasNonNull("title") && json.hasNonNull("detail"), "the problem has no title or detail"))
                .or(() -> expect(json.path("request_id").asText().equals(id), "the problem has another request id"));
    }

    private static Optional<String> expect(boolean isSo, String otherwise) {
        return isSo ? Optional.empty() : Optional.of(otherwise);
    }
}
