package dev.parley.application.port.out.receipt;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.receipt.ReadReceipt;
import java.util.List;

/** Read receipts, append-only: one row per receipt, however many messages it covers. */
public interface ReadReceipts {

    /** Adds a receipt. It must be later and reach further than all receipts of its reader in the conversation. */
    void add(ReadReceipt receipt);

    /**
     * Lists the receipts needed to compute when each message was first read, in no order; it may include others.
     *
     * @param messages visible messages of this conversation; at most one page
     */
    List<ReadReceipt> listCovering(ConversationId conversation, List<Message> messages);
}
