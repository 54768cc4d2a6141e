package dev.parley.bootstrap.service.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every answer of the application port must be, whatever was asked. */
final class Judge {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Of the insides: a class, a stack, a statement, a file. */
    private static final Pattern INSIDES = Pattern.compile(
            "\\b(java|javax|jakarta|org|com|io|dev)\\.[a-z]+\\.[\\w.]*[A-Z]\\w+|\\bat [\\w.$]+\\(|Exception\\b|SQLSTATE"
                    + "|\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) \\w|psql|jdbc:|/src/main|Jetty|Jersey|Dropwizard",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern V1 = Pattern.compile("/v1/[\\w/-]*([?].*)?");

    private Judge() {}

    /** What is wrong with it; empty if nothing is. */
    static Optional<String> flaw(Draft draft, RawAnswer answer) {
        return Stream.of(
                        expect(answer.status() < 500, "the status is " + answer.status()),
                        expect(has(answer, "X-Request-Id"), "it has no request id"),
                        expect(
                                answer.headers().keySet().stream().noneMatch("X-Injected"::equalsIgnoreCase),
                                "a header was injected"),
                        expect(answer.status() < 400 || !tells(answer), "it tells of the insides"),
                        expect(answer.status() < 400 || !repeatsToken(draft, answer), "it repeats the token"),
                        expect(
                                answer.status() != 401 || has(answer, "WWW-Authenticate"),
                                "it does not say how to log in"),
                        expect(answer.status() != 405 || has(answer, "Allow"), "it does not say what is allowed"),
                        expect(
                                answer.status() < 400 || answer.isProblem() || !isOfV1(draft),
                                "v1 answers with no problem"),
                        badBody(draft, answer))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean has(RawAnswer answer, String header) {
        return answer.headers().containsKey(header);
    }

    /** One that surely leads there, and is one request. */
    private static boolean isOfV1(Draft draft) {
        return draft.form() == Draft.Form.PROPER && V1.matcher(draft.target()).matches();
    }

    private static boolean tells(RawAnswer answer) {
        return INSIDES.matcher(answer.body()).find();
    }

    private static boolean repeatsToken(Draft draft, RawAnswer answer) {
        return draft.headers().stream()
                .filter(line -> line.matches("Authorization: \\w+ [0-9a-f]{40}"))
                .anyMatch(line -> answer.body().contains(line.substring(line.length() - 40)));
    }

    private static Optional<String> badBody(Draft draft, RawAnswer answer) {
        if (answer.isJson() && !answer.body().isEmpty()) {
            return badJson(answer);
        }
        boolean isEmptyOnPurpose =
                draft.method().strip().equals("HEAD") || answer.body().isEmpty();
        return expect(answer.status() < 400 || isEmptyOnPurpose, "an error has a body that is not JSON")
                .or(() -> expect(answer.status() < 400 || answer.isJson(), "an error is not of a type of JSON"));
    }

    private static Optional<String> badJson(RawAnswer answer) {
        try {
            JsonNode json = JSON.readTree(answer.body());
            return answer.isProblem()
                    ? badProblem(answer, json)
                    : expect(answer.status() < 400 || json.isObject(), "an error is no object");
        } catch (JsonProcessingException e) {
            return Optional.of("its body is not JSON");
        }
    }

    private static Optional<String> badProblem(RawAnswer answer, JsonNode json) {
        boolean isKnown = Stream.of(ProblemCode.values())
                .anyMatch(code -> code.code().equals(json.path("code").asText())
                        && code.type().equals(json.path("type").asText())
                        && code.status() == answer.status());
        String id = answer.headers().getOrDefault("X-Request-Id", "");
        return expect(isKnown, "the problem is not in the catalogue")
                .or(() -> expect(json.path("status").asInt() == answer.status(), "the problem has another status"))
                .or(() -> expect(json.hasNonNull("title") && json.hasNonNull("detail"), "the problem lacks words"))
                .or(() -> expect(json.path("request_id").asText().equals(id), "the problem has another request id"));
    }

    private static Optional<String> expect(boolean isSo, String otherwise) {
        return isSo ? Optional.empty() : Optional.of(otherwise);
    }
}
