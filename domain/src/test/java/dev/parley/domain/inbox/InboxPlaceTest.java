package dev.parley.domain.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.ConversationId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InboxPlaceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");

    @Test
    void conversationWithTheLatestMessageComesFirst() {
        InboxPlace latest = place(NOW.plusNanos(1000), 1);
        InboxPlace earlier = place(NOW, 3);
        InboxPlace earliest = place(NOW.minusSeconds(60), 2);

        assertThat(List.of(earliest, latest, earlier).stream().sorted()).containsExactly(latest, earlier, earliest);
    }

    @Test
    void higherIdComesFirstOnEqualTimes() {
        assertThat(List.of(place(NOW, 2), place(NOW, Long.MAX_VALUE), place(NOW, 1)).stream()
                        .sorted())
                .containsExactly(place(NOW, Long.MAX_VALUE), place(NOW, 2), place(NOW, 1));
    }

    @Test
    void onlyEqualPlacesCompareEqual() {
        assertThat(place(NOW, 1)).isEqualByComparingTo(place(NOW, 1)).isEqualTo(place(NOW, 1));
        assertThat(place(NOW, 1)).isNotEqualByComparingTo(place(NOW, 2));
        assertThat(place(NOW, 1)).isNotEqualByComparingTo(place(NOW.plusNanos(1000), 1));
    }

    private static InboxPlace place(Instant shownAt, long conversation) {
        return new InboxPlace(shownAt, new ConversationId(conversation));
    }
}
