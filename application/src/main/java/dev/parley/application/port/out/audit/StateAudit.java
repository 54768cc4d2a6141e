package dev.parley.application.port.out.audit;

import dev.parley.domain.audit.EventTally;
import dev.parley.domain.audit.MessageOutline;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** All there is in the state store, a piece at a time. */
public interface StateAudit {

    /** Most rows that one list has. */
    int MAX_PAGE = 1000;

    /**
     * Every conversation, in the order of ids, after {@code after}.
     *
     * @param after empty for the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<Conversation> listConversations(Optional<ConversationId> after, int limit);

    /**
     * The messages of a conversation, held ones too, in the order of places, after {@code place}.
     *
     * @param place 0 for the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<MessageOutline> listMessages(ConversationId conversation, long place, int limit);

    /** Every reading in a conversation, in any order. */
    List<ReadReceipt> listReadings(ConversationId conversation);

    /**
     * What every user has of events, in the order of ids, after {@code after}.
     *
     * @param after empty for the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<EventTally> tallyEvents(Optional<UserId> after, int limit);
}
