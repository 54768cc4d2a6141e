package dev.parley.application.testkit;

import dev.parley.application.port.out.event.EventPages;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class InMemoryEventPages implements EventPages {

    private final InMemoryStateStore store;
    private final InMemorySessions sessions;
    private final InMemoryUserEvents events;
    private final InMemoryUsers users;

    public InMemoryEventPages(
            InMemoryStateStore store, InMemorySessions sessions, InMemoryUserEvents events, InMemoryUsers users) {
        this.store = store;
        this.sessions = sessions;
        this.events = events;
        this.users = users;
    }

    @Override
    public EventPage read(EventPageQuery wanted) {
        return store.read(state -> {
            List<EventEntry> entries =
                    wanted.after().map(after -> next(wanted, after, state)).orElseGet(List::of);
            return new EventPage(
                    sessions.find(wanted.user(), wanted.session()),
                    events.state(wanted.user()),
                    entries,
                    users.names(named(wanted, entries)));
        });
    }

    private static List<EventEntry> next(EventPageQuery wanted, EventCursor after, InMemoryState state) {
        List<EventEntry> all = state.events().stream()
                .filter(event -> event.user().equals(wanted.user()) && event.seq() > after.seq())
                .limit(wanted.limit())
                .map(event -> new EventEntry(event, messageOf(event.change(), state)))
                .toList();
        return PageBound.of(wanted.limit()).cut(all, EventEntry::contentBytes);
    }

    private static Set<UserId> named(EventPageQuery wanted, List<EventEntry> entries) {
        return Stream.concat(
                        Stream.of(wanted.user()),
                        entries.stream().flatMap(entry -> entry.event().change().other().stream()))
                .collect(Collectors.toSet());
    }

    private static Optional<Message> messageOf(Change change, InMemoryState state) {
        return switch (change) {
            case Change.MessageCreated created -> at(created.conversation(), created.place(), state);
            case Change.MessageReleased released -> at(released.conversation(), released.place(), state);
            case Change.ReceiptRead read -> at(read.conversation(), read.upTo(), state);
            case Change.ConversationRead read -> at(read.conversation(), read.upTo(), state);
            case Change.BlockCreated block -> Optional.empty();
            case Change.BlockRemoved block -> Optional.empty();
            case Change.SessionRevoked session -> Optional.empty();
            case Change.UserErased erased -> Optional.empty();
        };
    }

    private static Optional<Message> at(ConversationId conversation, Place place, InMemoryState state) {
        return state.messages().stream()
                .filter(message -> message.conversation().equals(conversation)
                        && message.place().equals(place))
                .findFirst();
    }
}
