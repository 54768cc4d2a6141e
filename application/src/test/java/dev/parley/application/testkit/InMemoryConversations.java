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
        return store.read(state -> Optional.ofNullable(state.conversations().get(participants)));
    }

    @Override
    public void store(Conversation conversation) {
        store.write(state -> {
            boolean known = Optional.ofNullable(state.conversations().get(conversation.participants()))
                    .filter(found -> found.id().equals(conversation.id()))
                    .isPresent();
            if (!known) {
                throw new IllegalArgumentException("no such conversation");
            }
            return state.conversations().put(conversation.participants(), conversation);
        });
    }
}
