package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.out.event.EventPages;
import dev.parley.application.port.out.event.EventPages.EventEntry;
import dev.parley.domain.conversation.Conversation.ReadResult;
import dev.parley.domain.conversation.HistorySlice;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.ConversationEvents;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cases of {@link EventPagesContract} for pages: order, limits, and the current state of their messages. */
abstract class EventReadingPages extends WithEventPages {

    @Test
    protected void eventIsReadWithItsMessageIfAny() {
        Message message = send(bo, registered("carla"), "hello");
        send(bo, message.receiver(), "another");
        List<Change> changes = UserEventsContract.changesAround(message);

        append(changes.stream().map(change -> new EventDraft(anna, NOW, change)).toArray(EventDraft[]::new));

        assertThat(list(anna, 0, 100))
                .extracting(EventEntry::message)
                .containsExactlyElementsOf(Stream.concat(
                                Stream.generate(() -> Optional.of(message)).limit(4),
                                Stream.generate(Optional::<Message>empty).limit(4))
                        .toList());
    }

    @Test
    protected void messageIsReadInItsCurrentState() {
        block(bo, anna);
        Message held = send(anna, bo, "held");
        assertThat(list(anna, 0, 1)).extracting(EventEntry::message).containsExactly(Optional.of(held));

        unblock(bo, anna, NOW.plusSeconds(5));
        Message released = stores.messages()
                .listVisible(held.conversation(), new HistorySlice.Visible(0, 1))
                .getFirst();
        assertThat(list(anna, 0, 1)).extracting(EventEntry::message).containsExactly(Optional.of(released));

        inUnitOfWork(() -> assertThat(stores.messages().eraseContents(held.conversation(), anna, 10))
                .isEqualTo(1));
        assertThat(list(anna, 0, 1))
                .extracting(entry -> entry.message().flatMap(Message::content))
                .containsExactly(Optional.empty());
    }

    @Test
    protected void messageOfAReadReceiptIsVisibleToBothEvenWithHeldReplies() {
        Message read = send(anna, bo, "read");
        block(anna, bo);
        send(bo, anna, "held");
        long before = stores.events().state(anna).head();

        inUnitOfWork(() -> {
            stores.locks().lock(anna, bo);
            ReadResult reading =
                    reading(conversation(anna, bo).orElseThrow(), bo, NOW).orElseThrow();
            stores.events().append(ConversationEvents.ofReading(bo, reading, false));
        });

        assertThat(list(anna, before, 100)).extracting(EventEntry::message).containsExactly(Optional.of(read));
        assertThat(list(bo, 0, 100)).last().extracting(EventEntry::message).isEqualTo(Optional.of(read));
    }

    @Test
    protected void listContinuesAfterANumber() {
        append(
                WithUserEvents.event(anna, 1),
                WithUserEvents.event(anna, 2),
                WithUserEvents.event(bo, 3),
                WithUserEvents.event(anna, 4));

        assertThat(list(anna, 0, 2)).extracting(entry -> entry.event().seq()).containsExactly(1L, 2L);
        assertThat(list(anna, 1, 2)).extracting(entry -> entry.event().seq()).containsExactly(2L, 3L);
        assertThat(list(anna, 2, 2)).extracting(entry -> entry.event().seq()).containsExactly(3L);
        assertThat(list(anna, 3, 2)).isEmpty();
        assertThat(list(anna, Long.MAX_VALUE, 2)).isEmpty();
    }

    @Test
    protected void aWholePageCanBeAppendedAndListed() {
        append(IntStream.rangeClosed(1, EventPages.MAX_PAGE + 1)
                .mapToObj(number -> WithUserEvents.event(anna, number))
                .toArray(EventDraft[]::new));

        assertThat(list(anna, 0, EventPages.MAX_PAGE))
                .extracting(entry -> entry.event().seq())
                .containsExactlyElementsOf(WithUserEvents.upTo(EventPages.MAX_PAGE));
    }

    @Test
    protected void listIsLimitedByTheSizeOfContents() {
        String largest = "🙂".repeat(MessageContent.MAX_LENGTH);
        Message hello = send(anna, bo, "hello");
        List<Message> large = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> send(anna, bo, largest, NOW.plusSeconds(i)))
                .toList();
        append(WithUserEvents.event(bo, 9));

        assertThat(list(bo, 0, 10))
                .extracting(EventEntry::message)
                .containsExactlyElementsOf(Stream.of(hello, large.get(0), large.get(1), large.get(2))
                        .map(Optional::of)
                        .toList());
        assertThat(list(bo, 1, 10)).extracting(entry -> entry.event().seq()).containsExactly(2L, 3L, 4L, 5L);
        assertThat(list(bo, 3, 10)).extracting(entry -> entry.event().seq()).containsExactly(4L, 5L, 6L, 7L);
    }

    @Test
    protected void aListWithALimitOutOfRangeIsRefused() {
        Stream.of(Integer.MIN_VALUE, -1, 0, EventPages.MAX_PAGE + 1, Integer.MAX_VALUE)
                .forEach(limit -> assertThatIllegalArgumentException().isThrownBy(() -> list(anna, 0, limit)));
    }

    protected final List<EventEntry> list(UserId user, long after, int limit) {
        return stores.entriesAfter(user, after, limit);
    }
}
