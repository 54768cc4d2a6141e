package dev.parley.domain.conversation;

import dev.parley.domain.shared.Text;
import java.time.Duration;
import java.util.Optional;

/**
 * A client's name for a send, by which Parley recognises a repeat. It has 1 to {@value #MAX_LENGTH} printable ASCII
 * characters and is unique among one sender's sends of the last {@link #LIFETIME}.
 */
public record IdempotencyKey(String value) {

    public static final int MAX_LENGTH = 255;

    /** After this time a key counts as unused. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    public IdempotencyKey {
        if (!isKey(value)) {
            throw new IllegalArgumentException("expected 1 to %d printable ASCII characters, found %d characters"
                    .formatted(MAX_LENGTH, value.length()));
        }
    }

    /** Empty if {@code text} is not a valid key. */
    public static Optional<IdempotencyKey> parse(String text) {
        return isKey(text) ? Optional.of(new IdempotencyKey(text)) : Optional.empty();
    }

    private static boolean isKey(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && Text.isOnly(text, character -> character >= ' ' && character <= '~');
    }
}
