package dev.parley.adapters.rest.v1.conversation;

import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.domain.conversation.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the key of a send from its header: bare, or as the string of draft-ietf-httpapi-idempotency-key-header, which is
 * one of RFC 9651. Both name the same key. What begins with a quotation mark is a string or nothing.
 */
interface IdempotencyKeyHeader {

    String NAME = "Idempotency-Key";

    /** Says that an answer is that of an earlier request. */
    String REPLAYED = "Idempotency-Replayed";

    Pattern STRING = Pattern.compile("\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"");

    /** Each character of a key may be escaped. */
    int MAX_STRING = 2 * IdempotencyKey.MAX_LENGTH + 2;

    Pattern ESCAPE = Pattern.compile("\\\\(.)");

    /** @throws jakarta.ws.rs.WebApplicationException with a 400 if there are two, or one that is no key */
    static Optional<IdempotencyKey> of(HttpServletRequest request) {
        List<String> sent = Collections.list(request.getHeaders(NAME));
        if (sent.size() > 1) {
            throw bad("There is more than one Idempotency-Key.");
        }
        return sent.stream().findFirst().map(IdempotencyKeyHeader::key);
    }

    private static IdempotencyKey key(String value) {
        return text(value)
                .flatMap(IdempotencyKey::parse)
                .orElseThrow(() -> bad(ProblemCode.BAD_IDEMPOTENCY_KEY.meaning()));
    }

    private static Optional<String> text(String value) {
        if (!value.startsWith("\"")) {
            return Optional.of(value);
        }
        return Optional.of(value)
                .filter(string ->
                        string.length() <= MAX_STRING && STRING.matcher(string).matches())
                .map(string -> string.substring(1, string.length() - 1))
                .map(inner -> ESCAPE.matcher(inner).replaceAll("$1"));
    }

    private static WebApplicationException bad(String detail) {
        return Problem.of(ProblemCode.BAD_IDEMPOTENCY_KEY, detail).instead();
    }
}
