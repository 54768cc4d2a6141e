package dev.parley.application.testkit;

import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Participants;
import java.util.Optional;

public final class InMemoryConversations implements Conversations {

    private final InMemoryStateStore store;

    public InMemoryConversations(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public Optional<Conversation> find(Participants participants) {
        return store.with(state -> Optional.ofNullable(state.conversations().get(participants)));
    }

    @Override
    public void store(Conversation conversation) {
        store.with(state -> {
            if (!state.conversations().containsKey(conversation.participants())) {
                throw new IllegalArgumentException("no such conversation");
            }
            return state.conversations().put(conversation.participants(), conversation);
        });
    }
}
