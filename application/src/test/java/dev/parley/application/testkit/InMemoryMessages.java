package dev.parley.application.testkit;

import dev.parley.application.port.out.conversation.Messages;
import dev.parley.domain.conversation.Conversation.Span;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.HeldMessage;
import dev.parley.domain.conversation.HistoryPart;
import dev.parley.domain.conversation.HistorySlice;
import dev.parley.domain.conversation.HistoryWindow;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.conversation.Received;
import dev.parley.domain.conversation.SenderKey;
import dev.parley.domain.conversation.UsedKey;
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
    public HistoryPart listShown(ConversationId conversation, UserId viewer, HistoryWindow window, PageBound bound) {
        List<Message> shown = store.read(state -> of(conversation, state)
                .filter(message -> message.isShownTo(viewer))
                .sorted(Comparator.comparing(Message::place))
                .toList());
        return HistoryPart.of(window, nearestFirst(shown, window), bound);
    }

    private static List<Message> nearestFirst(List<Message> shown, HistoryWindow window) {
        return switch (window) {
            case HistoryWindow.Newest() -> shown.reversed();
            case HistoryWindow.Before(Place place) ->
                shown.reversed().stream()
                        .filter(message -> message.place().compareTo(place) < 0)
                        .toList();
            case HistoryWindow.After(Place place) ->
                shown.stream()
                        .filter(message -> message.place().compareTo(place) > 0)
                        .toList();
        };
    }

    @Override
    public Optional<Message> find(MessageId id) {
        return store.read(state -> state.messages().stream()
                .filter(message -> message.id().equals(id))
                .findFirst());
    }

    @Override
    public Optional<Message> find(ConversationId conversation, long place) {
        return store.read(state -> of(conversation, state)
                .filter(message -> message.place().value() == place)
                .findFirst());
    }

    @Override
    public Optional<Message> findSentWith(UserId sender, IdempotencyKey key) {
        return store.read(state -> Optional.ofNullable(state.keys().get(new SenderKey(sender, key))))
                .map(UsedKey::message)
                .flatMap(first -> find(first.id()));
    }

    @Override
    public Optional<Received> findReceived(ConversationId conversation, UserId receiver, Span places) {
        return store.read(state -> {
            List<Place> received = of(conversation, state)
                    .filter(message -> message.receiver().equals(receiver))
                    .map(Message::place)
                    .filter(places::include)
                    .sorted()
                    .toList();
            return received.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Received(received.size(), received.getLast()));
        });
    }

    @Override
    public List<HeldMessage> listHeld(ConversationId conversation, UserId receiver) {
        return store.read(state -> of(conversation, state)
                .filter(message -> message.receiver().equals(receiver) && message.isHeld())
                .sorted(Comparator.comparing(Message::place))
                .map(message -> new HeldMessage(message.place(), message.sentAt()))
                .toList());
    }

    @Override
    public void forgetKeys(UserId sender) {
        store.write(state -> state.keys().keySet().removeIf(key -> key.sender().equals(sender)));
    }

    @Override
    public int forgetKeys(Instant before) {
        return store.write(state -> {
            int count = state.keys().size();
            state.keys().values().removeIf(key -> key.usedAt().isBefore(before));
            return count - state.keys().size();
        });
    }

    @Override
    public int eraseContents(ConversationId conversation, UserId sender, int limit) {
        return store.write(state -> {
            List<Message> concerned = of(conversation, state)
                    .filter(message ->
                            message.sender().equals(sender) && message.content().isPresent())
                    .limit(limit)
                    .toList();
            state.messages().replaceAll(message -> concerned.contains(message) ? message.withoutContent() : message);
            return concerned.size();
        });
    }

    private static Stream<Message> of(ConversationId conversation, InMemoryState state) {
        return state.messages().stream()
                .filter(message -> message.conversation().equals(conversation));
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

    private static Message visible(Message message, Instant visibleAt) {
        return new Message(
                message.id(),
                message.conversation(),
                message.place(),
                message.sender(),
                message.receiver(),
                message.content(),
                message.sentAt(),
                Optional.of(visibleAt));
    }
}
