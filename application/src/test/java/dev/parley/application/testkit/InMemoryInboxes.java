package dev.parley.application.testkit;

import dev.parley.application.port.out.inbox.Inboxes;
import dev.parley.application.testkit.InMemoryState.BlockKey;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.inbox.InboxPlace;
import dev.parley.domain.inbox.UnreadTotals;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

public final class InMemoryInboxes implements Inboxes {

    private final InMemoryStateStore store;

    public InMemoryInboxes(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public List<InboxRow> list(UserId owner, boolean unreadOnly, Optional<InboxPlace> after, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        List<InboxRow> all = store.read(state -> of(owner, state)
                .filter(conversation -> !unreadOnly || unread(conversation, owner, state) > 0)
                .map(conversation -> entry(conversation, owner, state))
                .filter(entry -> after.stream().allMatch(place -> place.compareTo(entry.placeIn(owner)) < 0))
                .sorted(Comparator.comparing(entry -> entry.placeIn(owner)))
                .limit(limit)
                .toList());
        int room = PageBound.of(PageBound.MAX_ITEMS)
                .cut(all, InboxRow::contentBytes)
                .size();
        return all.subList(0, Math.min(all.size(), room + 1));
    }

    @Override
    public UnreadTotals countUnread(UserId owner) {
        return store.read(state -> {
            List<Long> unread = of(owner, state)
                    .filter(conversation -> !isBlocking(owner, conversation, state))
                    .map(conversation -> unread(conversation, owner, state))
                    .filter(count -> count > 0)
                    .toList();
            return new UnreadTotals(unread.stream().mapToLong(Long::longValue).sum(), unread.size());
        });
    }

    private static Stream<Conversation> of(UserId owner, InMemoryState state) {
        return state.conversations().values().stream()
                .filter(conversation -> conversation.participants().include(owner))
                .filter(conversation -> !conversation.newestVisibleTo(owner).isNothing());
    }

    private static long unread(Conversation conversation, UserId owner, InMemoryState state) {
        UserId peer = conversation.participants().peerOf(owner);
        boolean isErased =
                state.users().values().stream().anyMatch(user -> user.id().equals(peer) && user.isErased());
        return conversation.of(owner).unreadFrom(isErased);
    }

    private static boolean isBlocking(UserId owner, Conversation conversation, InMemoryState state) {
        UserId peer = conversation.participants().peerOf(owner);
        return state.blocks().containsKey(new BlockKey(owner, peer));
    }

    private static InboxRow entry(Conversation conversation, UserId owner, InMemoryState state) {
        UserId peer = conversation.participants().peerOf(owner);
        return new InboxRow(
                conversation,
                isBlocking(owner, conversation, state),
                at(conversation, conversation.newestVisibleTo(owner).place(), state)
                        .orElseThrow(),
                at(conversation, conversation.of(owner).readUpTo(), state).map(Message::id),
                at(conversation, conversation.of(peer).readUpTo(), state).map(Message::id));
    }

    private static Optional<Message> at(Conversation conversation, long place, InMemoryState state) {
        return state.messages().stream()
                .filter(message -> message.conversation().equals(conversation.id())
                        && message.place().value() == place)
                .findFirst();
    }
}
