package dev.parley.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

final class NumbersTest {

    private static final List<LongFunction<Object>> NUMBERS =
            List.of(UserId::new, SessionId::new, ConversationId::new, MessageId::new, Place::new);

    @Test
    void nonPositiveIdsAndPlacesAreRejected() {
        for (LongFunction<Object> number : NUMBERS) {
            assertThat(number.apply(1)).isEqualTo(number.apply(1)).isNotEqualTo(number.apply(2));
            assertThatIllegalArgumentException().isThrownBy(() -> number.apply(0));
            assertThatIllegalArgumentException().isThrownBy(() -> number.apply(-1));
        }
    }

    @Test
    void usersAndPlacesAreOrderedByNumber() {
        assertThat(List.of(new UserId(1), new UserId(2), new UserId(Long.MAX_VALUE)))
                .isSorted();
        assertThat(List.of(new Place(1), new Place(2), new Place(Long.MAX_VALUE)))
                .isSorted();
    }
}
