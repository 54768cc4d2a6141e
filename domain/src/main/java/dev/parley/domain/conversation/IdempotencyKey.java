package dev.parley.domain.conversation;

import dev.parley.domain.shared.Text;
import java.time.Duration;
import java.util.Optional;

/**
 * What a client names a send by, so that a repeat can be told from a new one: 1 to {@value #MAX_LENGTH} printable
 * characters of ASCII, unique among one sender's sends of the last {@link #LIFETIME}.
 */
public record IdempotencyKey(String value) {

    public static final int MAX_LENGTH = 255;

    /** How long after its first use a key is remembered. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    public IdempotencyKey {
        if (!isKey(value)) {
            throw new IllegalArgumentException("not an idempotency key");
        }
    }

    /** Empty if {@code text} is no key. */
    public static Optional<IdempotencyKey> parse(String text) {
        return isKey(text) ? Optional.of(new IdempotencyKey(text)) : Optional.empty();
    }

    private static boolean isKey(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && Text.isOnly(text, character -> character >= ' ' && character <= '~');
    }
}
