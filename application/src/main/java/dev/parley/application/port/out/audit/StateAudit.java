package dev.parley.application.port.out.audit;

import dev.parley.domain.audit.EventTally;
import dev.parley.domain.audit.MessageOutline;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** Full scans of the state store, page by page. */
public interface StateAudit {

    /** Maximum number of rows in a list. */
    int MAX_PAGE = 1000;

    /**
     * Lists all conversations in the order of ids, after {@code after}.
     *
     * @param after empty to start at the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<Conversation> listConversations(Optional<ConversationId> after, int limit);

    /**
     * Lists the messages of a conversation, including held ones, in the order of places, after {@code place}.
     *
     * @param place 0 to start at the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<MessageOutline> listMessages(ConversationId conversation, long place, int limit);

    /** Lists all read receipts of a conversation, in any order. */
    List<ReadReceipt> listReadings(ConversationId conversation);

    /**
     * Summarises the events of each user, in the order of user ids, after {@code after}.
     *
     * @param after empty to start at the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<EventTally> tallyEvents(Optional<UserId> after, int limit);
}
