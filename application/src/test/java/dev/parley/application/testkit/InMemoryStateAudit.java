package dev.parley.application.testkit;

import dev.parley.application.port.out.audit.StateAudit;
import dev.parley.domain.audit.EventTally;
import dev.parley.domain.audit.MessageOutline;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

public final class InMemoryStateAudit implements StateAudit {

    private final InMemoryStateStore store;

    public InMemoryStateAudit(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public List<Conversation> listConversations(Optional<ConversationId> after, int limit) {
        requireLimit(limit);
        return store.read(state -> state.conversations().values().stream()
                .filter(conversation -> after.stream()
                        .allMatch(id -> id.value() < conversation.id().value()))
                .sorted(Comparator.comparingLong(
                        conversation -> conversation.id().value()))
                .limit(limit)
                .toList());
    }

    @Override
    public List<MessageOutline> listMessages(ConversationId conversation, long place, int limit) {
        requireLimit(limit);
        return store.read(state -> state.messages().stream()
                .filter(message -> message.conversation().equals(conversation)
                        && message.place().value() > place)
                .sorted(Comparator.comparing(Message::place))
                .limit(limit)
                .map(message -> new MessageOutline(
                        message.place(), message.sender(), message.receiver(), message.sentAt(), message.visibleAt()))
                .toList());
    }

    @Override
    public List<ReadReceipt> listReadings(ConversationId conversation) {
        return store.read(state -> state.receipts().stream()
                .filter(receipt -> receipt.conversation().equals(conversation))
                .toList());
    }

    @Override
    public List<EventTally> tallyEvents(Optional<UserId> after, int limit) {
        requireLimit(limit);
        return store.read(state -> {
            Map<UserId, LongSummaryStatistics> kept = state.events().stream()
                    .collect(Collectors.groupingBy(UserEvent::user, Collectors.summarizingLong(UserEvent::seq)));
            return state.heads().entrySet().stream()
                    .filter(head -> after.stream().allMatch(id -> id.compareTo(head.getKey()) < 0))
                    .sorted(Map.Entry.comparingByKey())
                    .limit(limit)
                    .map(head -> tally(head.getKey(), head.getValue(), Optional.ofNullable(kept.get(head.getKey()))))
                    .toList();
        });
    }

    private static EventTally tally(UserId user, long head, Optional<LongSummaryStatistics> kept) {
        return kept.map(events -> new EventTally(user, head, events.getMin(), events.getMax(), events.getCount()))
                .orElseGet(() -> new EventTally(user, head, 0, 0, 0));
    }

    private static void requireLimit(int limit) {
        PageLimit.require(limit, MAX_PAGE);
    }
}
