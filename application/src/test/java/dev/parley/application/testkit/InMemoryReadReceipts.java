package dev.parley.application.testkit;

import dev.parley.application.port.out.receipt.ReadReceipts;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.receipt.ReadReceipt;
import java.util.List;

public final class InMemoryReadReceipts implements ReadReceipts {

    private final InMemoryStateStore store;

    public InMemoryReadReceipts(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public void add(ReadReceipt receipt) {
        store.write(state -> state.receipts().add(receipt));
    }

    @Override
    public List<ReadReceipt> listCovering(ConversationId conversation, List<Message> messages) {
        return store.read(state -> state.receipts().stream()
                .filter(receipt -> receipt.conversation().equals(conversation))
                .toList());
    }
}
