package dev.parley.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HistoryPartTest {

    private static final Message FIRST = message(1);
    private static final Message SECOND = message(2);
    private static final Message THIRD = message(3);

    @Test
    void newestAndEarlierMessagesComeNewestFirst() {
        List<Message> newestFirst = List.of(THIRD, SECOND, FIRST);

        for (HistoryWindow window : List.of(new HistoryWindow.Newest(), new HistoryWindow.Before(new Place(4)))) {
            HistoryPart part = HistoryPart.of(window, newestFirst, PageBound.of(2));

            assertThat(part.messages()).as("%s", window).containsExactly(THIRD, SECOND);
            assertThat(part.more()).as("%s", window).isTrue();
        }
    }

    @Test
    void laterMessagesComeNewestFirstToo() {
        HistoryPart part = HistoryPart.of(
                new HistoryWindow.After(new Place(1)), List.of(SECOND, THIRD, message(4)), PageBound.of(2));

        assertThat(part.messages()).containsExactly(THIRD, SECOND);
        assertThat(part.more()).isTrue();
    }

    @Test
    void aPartThatFitsIntoThePageHasNoMore() {
        HistoryPart all = HistoryPart.of(new HistoryWindow.Newest(), List.of(SECOND, FIRST), PageBound.of(2));
        HistoryPart none = HistoryPart.of(new HistoryWindow.Newest(), List.of(), PageBound.of(2));

        assertThat(all.more()).isFalse();
        assertThat(all.isEmpty()).isFalse();
        assertThat(none.more()).isFalse();
        assertThat(none.isEmpty()).isTrue();
    }

    private static Message message(long place) {
        Instant sentAt = Instant.parse("2026-12-01T10:15:30Z").plusSeconds(place);
        return new Message(
                new MessageId(100 + place),
                new ConversationId(7),
                new Place(place),
                new UserId(1),
                new UserId(2),
                Optional.of(new MessageContent("hello")),
                sentAt,
                Optional.of(sentAt));
    }
}
