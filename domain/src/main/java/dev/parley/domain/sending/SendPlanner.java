package dev.parley.domain.sending;

import dev.parley.domain.activity.Activity;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.conversation.SenderKey;
import dev.parley.domain.conversation.UsedKey;
import dev.parley.domain.event.ConversationEvents;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.event.EventNumbering;
import dev.parley.domain.user.UserHead;
import dev.parley.domain.user.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of sending. A store locks the users of some drafts, loads what {@link LoadedDraft} names, stores the plan, and
 * decides nothing itself.
 *
 * <p>The drafts are planned in their order. Each sees the effects of the drafts before it, as if each were sent on its own.
 */
public final class SendPlanner {

    private final Map<UserId, UserHead> users;
    private final Map<Participants, Conversation> conversations = new LinkedHashMap<>();
    private final Set<ConversationId> newConversations = new HashSet<>();
    private final List<Message> messages = new ArrayList<>();
    private final Map<SenderKey, UsedKey> keys = new LinkedHashMap<>();
    private final List<Activity> activities = new ArrayList<>();

    private SendPlanner(Map<UserId, UserHead> users) {
        this.users = users;
    }

    /**
     * @param users every sender and receiver of the drafts who exists, by id; all of them are locked
     * @param drafts loaded after the users were locked
     */
    public static SendPlan plan(Map<UserId, UserHead> users, List<LoadedDraft> drafts) {
        SendPlanner planner = new SendPlanner(users);
        return planner.planOf(drafts.stream().map(planner::decide).toList());
    }

    /** The order of the rules: a key is looked up first, so a repeat gets its first result also after an erasure. */
    private SendResult decide(LoadedDraft loaded) {
        MessageDraft draft = loaded.draft();
        return underUsedKey(loaded)
                .or(() -> fromMissingSender(draft))
                .or(() -> toMissingReceiver(draft))
                .orElseGet(() -> accept(loaded));
    }

    private Optional<SendResult> underUsedKey(LoadedDraft loaded) {
        return lastUseOfKey(loaded).flatMap(used -> switch (used.verdictOn(loaded.draft())) {
            case REPEATED -> Optional.of(repeated(used));
            case REUSED -> Optional.of(reused());
            case EXPIRED -> Optional.empty();
        });
    }

    /** A draft of the same batch may have used the key after it was loaded. */
    private Optional<UsedKey> lastUseOfKey(LoadedDraft loaded) {
        return loaded.draft()
                .senderKey()
                .flatMap(key -> Optional.ofNullable(keys.get(key)))
                .or(loaded::usedKey);
    }

    /** The same send under the same key returns the first message and stores nothing. */
    private static SendResult repeated(UsedKey used) {
        return new SendResult.Sent(used.message(), true);
    }

    /** Another receiver or content under the same key is refused: the client has a bug, and a message would be lost. */
    private static SendResult reused() {
        return new SendResult.KeyReused();
    }

    /** The sender is checked before the receiver: an erased sender learns nothing about other users. */
    private Optional<SendResult> fromMissingSender(MessageDraft draft) {
        return isActive(draft.sender()) ? Optional.empty() : Optional.of(new SendResult.NoSuchSender());
    }

    /** A receiver who does not exist or is erased gets no message. */
    private Optional<SendResult> toMissingReceiver(MessageDraft draft) {
        return isActive(draft.receiver()) ? Optional.empty() : Optional.of(new SendResult.NoSuchReceiver());
    }

    private boolean isActive(UserId user) {
        UserHead head = users.get(user);
        return head != null && !head.erased();
    }

    private SendResult accept(LoadedDraft loaded) {
        MessageDraft draft = loaded.draft();
        Appended appended = current(loaded).append(loaded.unusedId(), draft, isHeldByBlock(loaded));
        Message message = appended.message();
        conversations.put(draft.participants(), appended.conversation());
        if (loaded.isNew()) {
            newConversations.add(appended.conversation().id());
        }
        messages.add(message);
        draft.senderKey().ifPresent(key -> keys.put(key, new UsedKey(draft.fingerprint(), message, draft.writtenAt())));
        activities.add(Activity.sending(message, draft.origin()));
        return new SendResult.Sent(message, false);
    }

    /** Each draft of a new conversation was loaded with an id of its own; the first id stands. */
    private Conversation current(LoadedDraft loaded) {
        return conversations.getOrDefault(loaded.draft().participants(), loaded.conversation());
    }

    /** The message of a blocked sender is held: it gets its place, and its receiver sees it once the block is lifted. */
    private static boolean isHeldByBlock(LoadedDraft loaded) {
        return loaded.isBlocked();
    }

    private SendPlan planOf(List<SendResult> results) {
        List<EventDraft> events = messages.stream()
                .flatMap(message -> ConversationEvents.ofSending(message).stream())
                .toList();
        return new SendPlan(
                results,
                List.copyOf(conversations.values()),
                newConversations,
                messages,
                keys,
                new EventNumbering(newestEvents()).number(events),
                activities);
    }

    private Map<UserId, Long> newestEvents() {
        return users.values().stream().collect(Collectors.toUnmodifiableMap(UserHead::user, UserHead::eventSeq));
    }
}
