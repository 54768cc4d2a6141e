package dev.parley.adapters.rest.request;

import dev.parley.domain.conversation.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the key of a send from its header: bare, or as the string of draft-ietf-httpapi-idempotency-key-header, which is
 * one of RFC 9651. Both name the same key. What begins with a quotation mark is a string or nothing.
 */
public interface IdempotencyKeyHeader {

    String NAME = "Idempotency-Key";

    /** What is a key, for those who have sent none. */
    String RULE = "A key is 1 to 255 printable characters of ASCII, bare or as a quoted string.";

    /** Says that an answer is that of an earlier request. */
    String REPLAYED = "Idempotency-Replayed";

    Pattern STRING = Pattern.compile("\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"");

    /** Each character of a key may be escaped. */
    int MAX_STRING = 2 * IdempotencyKey.MAX_LENGTH + 2;

    Pattern ESCAPE = Pattern.compile("\\\\(.)");

    /**
     * @param refusal the answer with a 400 in the API's words, from one sentence
     * @throws WebApplicationException the refusal, if there are two keys, or one that is no key
     */
    static Optional<IdempotencyKey> of(HttpServletRequest request, Function<String, WebApplicationException> refusal) {
        List<String> sent = Collections.list(request.getHeaders(NAME));
        if (sent.size() > 1) {
            throw refusal.apply("There is more than one Idempotency-Key.");
        }
        return sent.stream()
                .findFirst()
                .map(value -> text(value).flatMap(IdempotencyKey::parse).orElseThrow(() -> refusal.apply(RULE)));
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
}
