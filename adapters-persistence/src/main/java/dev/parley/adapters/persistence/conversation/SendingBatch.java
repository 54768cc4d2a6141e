package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.user.UserHeads;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** The steps that take drafts into their conversations, for one draft as for many: lock, load, decide, store. */
final class SendingBatch {

    private SendingBatch() {}

    /** The messages of the drafts, in the drafts' order; safe when the transaction has committed. */
    static List<Message> send(Handle transaction, List<MessageDraft> drafts) {
        UserHeads.lock(transaction, usersOf(drafts));
        List<Sent> sent = decide(SendingLoad.load(transaction, drafts));
        SendingStore.store(transaction, sent);
        return sent.stream().map(Sent::message).toList();
    }

    private static Set<UserId> usersOf(List<MessageDraft> drafts) {
        Set<UserId> users = new TreeSet<>();
        for (MessageDraft draft : drafts) {
            users.add(draft.sender());
            users.add(draft.receiver());
        }
        return users;
    }

    /** A conversation that takes several drafts takes each as the one before has left it. */
    private static List<Sent> decide(List<Loaded> all) {
        Map<Participants, Conversation> heads = new HashMap<>();
        List<Sent> sent = new ArrayList<>();
        for (Loaded loaded : all) {
            Participants pair = loaded.draft().participants();
            Conversation.Appended appended = heads.getOrDefault(pair, loaded.conversation())
                    .append(loaded.messageId(), loaded.draft(), loaded.blocked());
            heads.put(pair, appended.conversation());
            sent.add(new Sent(
                    appended.conversation(), appended.message(), loaded.draft().origin()));
        }
        return sent;
    }

    /**
     * What a decision needs.
     *
     * @param conversation as it is stored, or begun with a fresh id
     * @param blocked whether the receiver blocks the sender
     */
    record Loaded(MessageDraft draft, Conversation conversation, boolean blocked, MessageId messageId) {}

    /** What was decided. */
    record Sent(Conversation conversation, Message message, Origin origin) {}
}
