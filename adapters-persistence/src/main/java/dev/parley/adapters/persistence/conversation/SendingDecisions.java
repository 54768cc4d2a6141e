package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.conversation.SendingLoad.Loaded;
import dev.parley.application.port.out.conversation.MessageSending.Outcome;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.UsedKey;
import dev.parley.domain.user.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides on the drafts of a batch one after the other, each as the ones before have left things. */
final class SendingDecisions {

    private final Map<Participants, Conversation> conversations = new LinkedHashMap<>();
    private final Set<ConversationId> begun = new HashSet<>();
    private final Map<SenderKey, UsedKey> keys = new LinkedHashMap<>();
    private final List<Taken> taken = new ArrayList<>();

    /** @param obstacle what keeps the draft from becoming a message, should it have to become one */
    Outcome decide(Loaded loaded, Optional<Outcome> obstacle) {
        return usedKey(loaded)
                .map(used -> switch (used.on(loaded.draft())) {
                    case REPEATED -> new Outcome.Sent(used.message(), true);
                    case REUSED -> new Outcome.KeyReused();
                    case FORGOTTEN -> obstacle.orElseGet(() -> take(loaded));
                })
                .orElseGet(() -> obstacle.orElseGet(() -> take(loaded)));
    }

    private Optional<UsedKey> usedKey(Loaded loaded) {
        return SenderKey.of(loaded.draft())
                .flatMap(key -> Optional.ofNullable(keys.get(key)))
                .or(loaded::usedKey);
    }

    private Outcome take(Loaded loaded) {
        MessageDraft draft = loaded.draft();
        Conversation.Appended appended = conversations
                .getOrDefault(draft.participants(), loaded.conversation())
                .append(loaded.freshId(), draft, loaded.blocked());
        Message message = appended.message();
        conversations.put(draft.participants(), appended.conversation());
        if (loaded.isNew()) {
            begun.add(appended.conversation().id());
        }
        SenderKey.of(draft)
                .ifPresent(key -> keys.put(key, new UsedKey(draft.fingerprint(), message, draft.writtenAt())));
        taken.add(new Taken(draft, message));
        return new Outcome.Sent(message, false);
    }

    /** The drafts that became messages, in their order. */
    List<Taken> taken() {
        return Collections.unmodifiableList(taken);
    }

    /** The conversations that took any, as the last has left them. */
    Collection<Conversation> conversations() {
        return Collections.unmodifiableCollection(conversations.values());
    }

    /** Whether this batch has its first message. */
    boolean hasBegun(Conversation conversation) {
        return begun.contains(conversation.id());
    }

    /** The keys that stored a message, with what the last use means from now on. */
    Map<SenderKey, UsedKey> keys() {
        return Collections.unmodifiableMap(keys);
    }

    /** A draft and the message that it became. */
    record Taken(MessageDraft draft, Message message) {}

    /** A key names a send among those of its sender. */
    record SenderKey(UserId sender, IdempotencyKey key) {

        static Optional<SenderKey> of(MessageDraft draft) {
            return draft.key().map(key -> new SenderKey(draft.sender(), key));
        }
    }
}
