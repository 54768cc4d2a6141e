package dev.parley.application.port.out.receipt;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.receipt.ReadReceipt;
import java.util.List;

/** Readings, append-only: one row a reading, however many messages it covers. */
public interface ReadReceipts {

    /** Adds a reading. It is later than every one that its reader has in the conversation, and covers no less. */
    void add(ReadReceipt receipt);

    /**
     * The readings that tell when each of the messages was first read, in no order; others may be among them.
     *
     * @param messages visible messages of this one conversation; at most a page of them
     */
    List<ReadReceipt> listCovering(ConversationId conversation, List<Message> messages);
}
