package dev.parley.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class IdempotencyKeyTest {

    private static final List<String> KEYS =
            List.of("a", " ", "~", "\"quoted\"", "3f1c8e2a-0b7d-4a55-9c1e-2f6d8b9a7c10", "k".repeat(255));

    private static final List<String> NO_KEYS =
            List.of("", "k".repeat(256), "a\tb", "a\n", "\u001F", "\u007F", "\u00A0", "é", "٣", "🙂", "\0");

    @Test
    void anyPrintableAsciiUpTo255CharactersIsAKey() {
        assertThat(KEYS)
                .allSatisfy(text -> assertThat(IdempotencyKey.parse(text)).contains(new IdempotencyKey(text)));
    }

    @Test
    void anythingElseIsNone() {
        assertThat(NO_KEYS)
                .allSatisfy(text -> assertThat(IdempotencyKey.parse(text)).isEmpty());
    }

    @Test
    void whatIsNoKeyCannotBeMade() {
        NO_KEYS.forEach(text -> assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(text)));
    }

    @Test
    void keysThatDifferInCaseOrSpaceAreDifferent() {
        assertThat(new IdempotencyKey("a"))
                .isNotEqualTo(new IdempotencyKey("A"))
                .isNotEqualTo(new IdempotencyKey("a "));
    }
}
