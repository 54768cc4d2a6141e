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
 * Reads the idempotency key of a send, either bare or as the quoted string of draft-ietf-httpapi-idempotency-key-header
 * (RFC 9651). Both forms name the same key.
 *
 * <p>A value that begins with a quotation mark is valid only as a quoted string.
 */
public final class IdempotencyKeyHeader {

    public static final String NAME = "Idempotency-Key";

    /** Error message for an invalid key. Both APIs use it. */
    public static final String RULE = "A key is 1 to 255 printable characters of ASCII, bare or as a quoted string.";

    /** Response header that marks the response of an earlier request. */
    public static final String REPLAYED = "Idempotency-Replayed";

    public static final Pattern STRING = Pattern.compile("\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"");

    /** Every character of a key may be escaped. */
    public static final int MAX_STRING = 2 * IdempotencyKey.MAX_LENGTH + 2;

    public static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private IdempotencyKeyHeader() {}

    /**
     * @param refusal creates the 400 response of the API from one sentence
     * @throws WebApplicationException the refusal, if there are two keys or the key is invalid
     */
    public static Optional<IdempotencyKey> of(
            HttpServletRequest request, Function<String, WebApplicationException> refusal) {
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
