package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.conversation.SendingDecisions.Taken;
import dev.parley.adapters.persistence.conversation.SendingLoad.Loaded;
import dev.parley.adapters.persistence.user.UserHeads;
import dev.parley.adapters.persistence.user.UserHeads.Head;
import dev.parley.application.port.out.conversation.MessageSending.Outcome;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.event.ConversationEvents;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.event.EventNumbering;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The steps that take drafts into their conversations, for one draft as for many, in two round trips: lock and load; decide;
 * store and commit. After the last the transaction is over.
 */
final class SendingBatch {

    private SendingBatch() {}

    /** Takes the drafts in their order, each as if it came alone after those before it, and commits. */
    static Sent send(Handle transaction, List<MessageDraft> drafts) {
        SendingLoad.Locked locked = SendingLoad.lock(transaction, usersOf(drafts), drafts);
        return send(transaction, locked.loaded(), locked.heads());
    }

    /** @param heads of all users of the drafts who are somebody, locked before the drafts' needs were loaded */
    static Sent send(Handle transaction, List<Loaded> drafts, Map<UserId, Head> heads) {
        SendingDecisions decisions = new SendingDecisions();
        List<Outcome> outcomes = drafts.stream()
                .map(loaded -> decisions.decide(loaded, obstacle(loaded.draft(), heads)))
                .toList();
        return new Sent(outcomes, store(transaction, decisions, heads));
    }

    private static Set<UserId> usersOf(List<MessageDraft> drafts) {
        return drafts.stream().flatMap(draft -> usersOf(draft).stream()).collect(Collectors.toSet());
    }

    static Set<UserId> usersOf(MessageDraft draft) {
        UserId sender = draft.sender();
        UserId receiver = draft.receiver();
        return sender.equals(receiver) ? Set.of(sender) : Set.of(sender, receiver);
    }

    /** What keeps the draft from becoming a message; what repeats another draft need not become one. */
    private static Optional<Outcome> obstacle(MessageDraft draft, Map<UserId, Head> heads) {
        if (!isThere(draft.sender(), heads)) {
            return Optional.of(new Outcome.NoSuchSender());
        }
        return isThere(draft.receiver(), heads) ? Optional.empty() : Optional.of(new Outcome.NoSuchUser());
    }

    private static boolean isThere(UserId user, Map<UserId, Head> heads) {
        return Optional.ofNullable(heads.get(user))
                .filter(head -> !head.erased())
                .isPresent();
    }

    /** Whom there are events for now. */
    private static Set<UserId> store(Handle transaction, SendingDecisions decisions, Map<UserId, Head> heads) {
        if (decisions.taken().isEmpty()) {
            return Set.of();
        }
        List<EventDraft> events = decisions.taken().stream()
                .map(Taken::message)
                .flatMap(message -> ConversationEvents.ofSending(message).stream())
                .toList();
        SendingStore.store(transaction, decisions, new EventNumbering(UserHeads.seqs(heads)).number(events));
        return events.stream().map(EventDraft::user).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What became of the drafts, in their order.
     *
     * @param told the users who have events by it
     */
    record Sent(List<Outcome> outcomes, Set<UserId> told) {}
}
