package dev.parley.application.testkit;

import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.application.testkit.InMemoryState.BlockKey;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.conversation.UsedKey;
import dev.parley.domain.sending.LoadedDraft;
import dev.parley.domain.sending.SendPlan;
import dev.parley.domain.sending.SendPlanner;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserHead;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    public SendResult send(MessageDraft draft) {
        if (store.isInUse()) {
            throw new IllegalStateException("a message is sent in a unit of work of its own");
        }
        return store.execute(() -> store.write(state -> send(state, draft)));
    }

    private SendResult send(InMemoryState state, MessageDraft draft) {
        SendPlan plan = SendPlanner.plan(heads(state, draft.users()), List.of(loaded(state, draft)));
        store(state, plan);
        return plan.results().getFirst();
    }

    private static Map<UserId, UserHead> heads(InMemoryState state, Set<UserId> users) {
        return state.users().values().stream()
                .filter(user -> users.contains(user.id()))
                .collect(Collectors.toMap(User::id, user -> head(state, user)));
    }

    private static UserHead head(InMemoryState state, User user) {
        return new UserHead(user.id(), state.heads().getOrDefault(user.id(), 0L), user.isErased());
    }

    private LoadedDraft loaded(InMemoryState state, MessageDraft draft) {
        Optional<Conversation> stored =
                Optional.ofNullable(state.conversations().get(draft.participants()));
        return new LoadedDraft(
                draft,
                stored.isEmpty(),
                stored.orElseGet(() -> Conversation.begin(new ConversationId(store.nextId()), draft.participants())),
                state.blocks().containsKey(new BlockKey(draft.receiver(), draft.sender())),
                new MessageId(store.nextId()),
                draft.senderKey()
                        .flatMap(key -> Optional.ofNullable(state.keys().get(key)))
                        .map(used -> asStoredNow(state, used)));
    }

    private static UsedKey asStoredNow(InMemoryState state, UsedKey used) {
        Message stored = state.messages().stream()
                .filter(message -> message.id().equals(used.message().id()))
                .findFirst()
                .orElseThrow();
        return new UsedKey(used.fingerprint(), stored, used.usedAt());
    }

    private void store(InMemoryState state, SendPlan plan) {
        plan.conversations()
                .forEach(conversation -> state.conversations().put(conversation.participants(), conversation));
        state.messages().addAll(plan.messages());
        state.keys().putAll(plan.keys());
        plan.activities().forEach(outbox::record);
        events.store(plan.events());
    }
}
