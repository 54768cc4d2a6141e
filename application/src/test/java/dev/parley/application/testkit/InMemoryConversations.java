package dev.parley.application.testkit;

import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

public final class InMemoryConversations implements Conversations {

    private final InMemoryStateStore store;

    public InMemoryConversations(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public Optional<Conversation> find(Participants participants) {
        return store.read(state -> Optional.ofNullable(state.conversations().get(participants)));
    }

    @Override
    public List<Conversation> listOf(UserId user, Optional<ConversationId> after, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.read(state -> state.conversations().values().stream()
                .filter(conversation -> conversation.participants().include(user))
                .filter(conversation -> after.stream()
                        .allMatch(id -> id.value() < conversation.id().value()))
                .sorted(Comparator.comparingLong(
                        conversation -> conversation.id().value()))
                .limit(limit)
                .toList());
    }

    @Override
    public void store(Conversation conversation) {
        store.write(state -> {
            boolean known = Optional.ofNullable(state.conversations().get(conversation.participants()))
                    .filter(found -> found.id().equals(conversation.id()))
                    .isPresent();
            if (!known) {
                throw new IllegalArgumentException("unknown conversation");
            }
            return state.conversations().put(conversation.participants(), conversation);
        });
    }
}
