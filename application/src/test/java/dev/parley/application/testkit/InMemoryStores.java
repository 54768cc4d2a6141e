package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.Stores;

/** All in-memory stores of one node, with one state store and one log store. */
public record InMemoryStores(
        InMemoryStateStore unitOfWork,
        InMemoryUserLocks locks,
        InMemoryUsers users,
        InMemorySessions sessions,
        InMemoryBlocks blocks,
        InMemoryActivityOutbox outbox,
        InMemoryMessageSending sending,
        InMemoryConversations conversations,
        InMemoryMessages messages,
        InMemoryReadReceipts receipts,
        InMemoryActivityLog log,
        InMemoryRelayLeadership leadership,
        InMemoryInboxes inboxes,
        InMemoryUserEvents events,
        InMemoryEventPages eventPages,
        InMemoryEventEpochs epochs,
        InMemoryEventSignals signals,
        InMemoryStreamTickets tickets,
        InMemoryErasures erasures,
        InMemorySharedLimits limits,
        InMemoryFailureStreaks streaks,
        InMemoryStateAudit audit)
        implements Stores {

    @Override
    public InMemoryRelayLeadership competitor() {
        return leadership.competitor();
    }

    @Override
    public InMemoryStores anotherNode() {
        return new InMemoryStores(
                unitOfWork,
                locks,
                users,
                sessions,
                blocks,
                outbox,
                sending,
                conversations,
                messages,
                receipts,
                log,
                leadership.competitor(),
                inboxes,
                events,
                eventPages,
                epochs,
                signals,
                tickets,
                erasures,
                limits,
                streaks,
                audit);
    }

    public static InMemoryStores empty() {
        InMemoryStateStore store = new InMemoryStateStore();
        InMemoryActivityOutbox outbox = new InMemoryActivityOutbox(store);
        InMemoryEventEpochs epochs = new InMemoryEventEpochs();
        InMemoryEventSignals signals = new InMemoryEventSignals();
        InMemoryUserEvents events = new InMemoryUserEvents(store, epochs, signals);
        InMemoryUsers users = new InMemoryUsers(store);
        InMemorySessions sessions = new InMemorySessions(store);
        return new InMemoryStores(
                store,
                new InMemoryUserLocks(store),
                users,
                sessions,
                new InMemoryBlocks(store),
                outbox,
                new InMemoryMessageSending(store, outbox, events),
                new InMemoryConversations(store),
                new InMemoryMessages(store),
                new InMemoryReadReceipts(store),
                new InMemoryActivityLog(),
                new InMemoryRelayLeadership(),
                new InMemoryInboxes(store),
                events,
                new InMemoryEventPages(store, sessions, events, users),
                epochs,
                signals,
                new InMemoryStreamTickets(store),
                new InMemoryErasures(store),
                new InMemorySharedLimits(store),
                new InMemoryFailureStreaks(store),
                new InMemoryStateAudit(store));
    }
}
