package dev.parley.application.testkit;

import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.application.testkit.InMemoryState.BlockKey;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.MessageId;

public final class InMemoryMessageSending implements MessageSending {

    private final InMemoryStateStore store;
    private final InMemoryActivityOutbox outbox;

    public InMemoryMessageSending(InMemoryStateStore store, InMemoryActivityOutbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    @Override
    public Message send(MessageDraft draft) {
        if (store.isInUse()) {
            throw new IllegalStateException("a message is sent in a unit of work of its own");
        }
        return store.execute(() -> store.write(state -> append(state, draft)));
    }

    private Message append(InMemoryState state, MessageDraft draft) {
        Conversation conversation = state.conversations()
                .computeIfAbsent(
                        draft.participants(), pair -> Conversation.begin(new ConversationId(store.nextId()), pair));
        boolean blocked = state.blocks().containsKey(new BlockKey(draft.receiver(), draft.sender()));
        Appended appended = conversation.append(new MessageId(store.nextId()), draft, blocked);
        state.conversations().put(draft.participants(), appended.conversation());
        state.messages().add(appended.message());
        outbox.record(Activity.sending(appended.message(), draft.origin()));
        return appended.message();
    }
}
