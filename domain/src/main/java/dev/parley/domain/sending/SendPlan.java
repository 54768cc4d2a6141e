package dev.parley.domain.sending;

import dev.parley.domain.activity.Activity;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.conversation.SenderKey;
import dev.parley.domain.conversation.UsedKey;
import dev.parley.domain.event.EventNumbering.Numbered;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.user.UserId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a batch of drafts comes to, and what must be stored in one transaction before any result is returned.
 *
 * @param results one for each draft, in the order of the drafts
 * @param conversations those that accepted a message, as the last one left them
 * @param newConversations which of these are not stored yet
 * @param messages to be inserted, in the order of their drafts
 * @param keys the last use of each key under which a message is inserted; it replaces an earlier use
 * @param events to be inserted, and the newest event number of each user after them
 * @param activities one for each message, in their order
 */
public record SendPlan(
        List<SendResult> results,
        List<Conversation> conversations,
        Set<ConversationId> newConversations,
        List<Message> messages,
        Map<SenderKey, UsedKey> keys,
        Numbered events,
        List<Activity> activities) {

    public SendPlan {
        results = List.copyOf(results);
        conversations = List.copyOf(conversations);
        newConversations = Set.copyOf(newConversations);
        messages = List.copyOf(messages);
        keys = Collections.unmodifiableMap(keys);
        activities = List.copyOf(activities);
    }

    /** Whether no message was accepted: then there is nothing to store. */
    public boolean storesNothing() {
        return messages.isEmpty();
    }

    public boolean isNew(Conversation conversation) {
        return newConversations.contains(conversation.id());
    }

    /** The users to signal once the plan is committed. */
    public Set<UserId> usersWithEvents() {
        return events.events().stream().map(UserEvent::user).collect(Collectors.toUnmodifiableSet());
    }
}
