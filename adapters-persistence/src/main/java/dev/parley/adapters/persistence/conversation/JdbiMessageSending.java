package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.conversation.SendingBatch.Sent;
import dev.parley.adapters.persistence.event.JdbiEventSignals;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.domain.conversation.MessageDraft;
import java.util.List;

/** Sends each message in a transaction of its own: three statements and a commit. */
public final class JdbiMessageSending implements MessageSending {

    private final StateStore store;
    private final JdbiEventSignals signals;

    public JdbiMessageSending(StateStore store, JdbiEventSignals signals) {
        this.store = store;
        this.signals = signals;
    }

    @Override
    public Outcome send(MessageDraft draft) {
        Sent sent = store.with(handle -> {
            if (handle.isInTransaction()) {
                throw new IllegalStateException("a message is sent in a transaction of its own");
            }
            return handle.inTransaction(transaction -> SendingBatch.send(transaction, List.of(draft)));
        });
        signals.signal(sent.told());
        return sent.outcomes().getFirst();
    }
}
