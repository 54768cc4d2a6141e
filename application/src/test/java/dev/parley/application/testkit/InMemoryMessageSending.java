package dev.parley.application.testkit;

import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.application.testkit.InMemoryState.BlockKey;
import dev.parley.application.testkit.InMemoryState.SenderKey;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.UsedKey;
import dev.parley.domain.event.ConversationEvents;
import dev.parley.domain.user.UserId;
import java.util.Optional;

public final class InMemoryMessageSending implements MessageSending {

    private final InMemoryStateStore store;
    private final InMemoryActivityOutbox outbox;
    private final InMemoryUserEvents events;

    public InMemoryMessageSending(InMemoryStateStore store, InMemoryActivityOutbox outbox, InMemoryUserEvents events) {
        this.store = store;
        this.outbox = outbox;
        this.events = events;
    }

    @Override
    public Outcome send(MessageDraft draft) {
        if (store.isInUse()) {
            throw new IllegalStateException("a message is sent in a unit of work of its own");
        }
        return store.execute(() -> store.write(state -> send(state, draft)));
    }

    private Outcome send(InMemoryState state, MessageDraft draft) {
        Optional<UsedKey> used =
                draft.key().flatMap(key -> Optional.ofNullable(state.keys().get(new SenderKey(draft.sender(), key))));
        return used.map(known -> switch (known.on(draft)) {
                    case REPEATED -> new Outcome.Sent(asItIsNow(state, known.message()), true);
                    case REUSED -> new Outcome.KeyReused();
                    case FORGOTTEN -> take(state, draft);
                })
                .orElseGet(() -> take(state, draft));
    }

    private static Message asItIsNow(InMemoryState state, Message sent) {
        return state.messages().stream()
                .filter(message -> message.id().equals(sent.id()))
                .findFirst()
                .orElseThrow();
    }

    private Outcome take(InMemoryState state, MessageDraft draft) {
        if (!isThere(state, draft.sender())) {
            return new Outcome.NoSuchSender();
        }
        return isThere(state, draft.receiver()) ? append(state, draft) : new Outcome.NoSuchUser();
    }

    private Outcome append(InMemoryState state, MessageDraft draft) {
        Conversation conversation = state.conversations()
                .computeIfAbsent(
                        draft.participants(), pair -> Conversation.begin(new ConversationId(store.nextId()), pair));
        boolean blocked = state.blocks().containsKey(new BlockKey(draft.receiver(), draft.sender()));
        Appended appended = conversation.append(new MessageId(store.nextId()), draft, blocked);
        Message message = appended.message();
        state.conversations().put(draft.participants(), appended.conversation());
        state.messages().add(message);
        draft.key()
                .ifPresent(key -> state.keys()
                        .put(
                                new SenderKey(draft.sender(), key),
                                new UsedKey(draft.fingerprint(), message, draft.writtenAt())));
        outbox.record(Activity.sending(message, draft.origin()));
        events.append(ConversationEvents.ofSending(message));
        return new Outcome.Sent(message, false);
    }

    private static boolean isThere(InMemoryState state, UserId user) {
        return state.users().values().stream().anyMatch(known -> known.id().equals(user) && !known.isErased());
    }
}
