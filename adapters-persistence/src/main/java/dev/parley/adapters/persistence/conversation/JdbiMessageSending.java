package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.event.JdbiEventSignals;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.sending.SendPlan;
import java.util.List;

/** Sends each message in a transaction of its own. */
public final class JdbiMessageSending implements MessageSending {

    private final StateStore store;
    private final JdbiEventSignals signals;

    public JdbiMessageSending(StateStore store, JdbiEventSignals signals) {
        this.store = store;
        this.signals = signals;
    }

    @Override
    public SendResult send(MessageDraft draft) {
        SendPlan plan = store.with(handle -> {
            if (handle.isInTransaction()) {
                throw new IllegalStateException("expected no transaction under way: a message is sent in its own");
            }
            return handle.inTransaction(transaction -> SendBatch.send(transaction, List.of(draft)));
        });
        signals.signal(plan.usersWithEvents());
        return plan.results().getFirst();
    }
}
