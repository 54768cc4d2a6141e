package dev.parley.application.testkit;

import dev.parley.application.port.out.conversation.Messages;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.HistorySlice;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

public final class InMemoryMessages implements Messages {

    private final InMemoryStateStore store;

    public InMemoryMessages(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public List<Message> listVisible(ConversationId conversation, HistorySlice slice) {
        return store.read(state -> {
            Stream<Message> visible = state.messages().stream()
                    .filter(message -> message.conversation().equals(conversation))
                    .filter(Predicate.not(Message::isHeld))
                    .sorted(Comparator.comparing(Message::place).reversed());
            return cut(visible, slice).toList();
        });
    }

    private static Stream<Message> cut(Stream<Message> visible, HistorySlice slice) {
        return switch (slice) {
            case HistorySlice.Places places ->
                visible.filter(message -> message.place().compareTo(places.oldest()) >= 0
                        && message.place().compareTo(places.newest()) <= 0);
            case HistorySlice.Visible(long skip, int limit) ->
                visible.skip(skip).limit(limit);
        };
    }

    @Override
    public long release(ConversationId conversation, UserId receiver, Instant visibleAt) {
        return store.write(state -> {
            Predicate<Message> concerned = message -> message.conversation().equals(conversation)
                    && message.receiver().equals(receiver)
                    && message.isHeld();
            long count = state.messages().stream().filter(concerned).count();
            state.messages().replaceAll(message -> concerned.test(message) ? visible(message, visibleAt) : message);
            return count;
        });
    }

    private static Message visible(Message held, Instant at) {
        return new Message(
                held.id(),
                held.conversation(),
                held.place(),
                held.sender(),
                held.receiver(),
                held.content(),
                held.sentAt(),
                Optional.of(at));
    }
}
