package dev.parley.adapters.persistence;

import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.activity.JdbiActivityOutbox;
import dev.parley.adapters.persistence.activity.JdbiRelayLeadership;
import dev.parley.adapters.persistence.activitylog.JdbiActivityLog;
import dev.parley.adapters.persistence.audit.JdbiStateAudit;
import dev.parley.adapters.persistence.block.JdbiBlocks;
import dev.parley.adapters.persistence.conversation.BatchedMessageSending;
import dev.parley.adapters.persistence.conversation.JdbiConversations;
import dev.parley.adapters.persistence.conversation.JdbiMessageSending;
import dev.parley.adapters.persistence.conversation.JdbiMessages;
import dev.parley.adapters.persistence.conversation.SendingLimits;
import dev.parley.adapters.persistence.event.BatchedEventPages;
import dev.parley.adapters.persistence.event.JdbiEventEpochs;
import dev.parley.adapters.persistence.event.JdbiEventPages;
import dev.parley.adapters.persistence.event.JdbiEventSignals;
import dev.parley.adapters.persistence.event.JdbiUserEvents;
import dev.parley.adapters.persistence.inbox.JdbiInboxes;
import dev.parley.adapters.persistence.limit.JdbiFailureStreaks;
import dev.parley.adapters.persistence.limit.JdbiSharedLimits;
import dev.parley.adapters.persistence.receipt.JdbiReadReceipts;
import dev.parley.adapters.persistence.session.CachedSessions;
import dev.parley.adapters.persistence.session.JdbiSessions;
import dev.parley.adapters.persistence.session.JdbiStreamTickets;
import dev.parley.adapters.persistence.shared.AccountChanges;
import dev.parley.adapters.persistence.shared.JdbiUnitOfWork;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.adapters.persistence.user.CachedUsers;
import dev.parley.adapters.persistence.user.JdbiErasures;
import dev.parley.adapters.persistence.user.JdbiUserLocks;
import dev.parley.adapters.persistence.user.JdbiUsers;
import dev.parley.application.port.out.activity.RelayLeadership;
import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.application.port.out.event.EventPages;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.user.Users;
import dev.parley.application.testkit.contract.Stores;
import java.time.Duration;
import java.util.stream.Stream;

/** All adapters of this module, as one node uses them. */
public record JdbiStores(
        PostgresExtension postgres,
        JdbiUnitOfWork unitOfWork,
        JdbiUserLocks locks,
        Users users,
        Sessions sessions,
        JdbiBlocks blocks,
        JdbiActivityOutbox outbox,
        MessageSending sending,
        JdbiConversations conversations,
        JdbiMessages messages,
        JdbiReadReceipts receipts,
        JdbiInboxes inboxes,
        JdbiUserEvents events,
        EventPages eventPages,
        JdbiEventEpochs epochs,
        JdbiEventSignals signals,
        JdbiStreamTickets tickets,
        JdbiErasures erasures,
        JdbiSharedLimits limits,
        JdbiFailureStreaks streaks,
        JdbiStateAudit audit,
        JdbiActivityLog log,
        RelayLeadership leadership)
        implements Stores {

    /** A node without caches and batches. It signals only itself until {@link #anotherNode} is called. */
    public static JdbiStores over(PostgresExtension postgres) {
        StateStore state = postgres.stateStore();
        JdbiEventSignals signals = postgres.signals(state);
        return over(
                postgres,
                state,
                signals,
                new JdbiUsers(state),
                new JdbiSessions(state),
                new JdbiMessageSending(state, signals),
                new JdbiEventPages(state));
    }

    /** A node as it serves, with room for {@code mostWaiting} sends. */
    public static JdbiStores serving(PostgresExtension postgres, Ticker ticker, int mostWaiting) {
        return serving(postgres, ticker, new SendingLimits(mostWaiting, mostWaiting, Duration.ofMinutes(1)));
    }

    /**
     * A node as it serves: it caches users and sessions, and sends and reads events in batches. Before {@link #startAndAwait} it
     * receives no notifications and caches nothing.
     */
    public static JdbiStores serving(PostgresExtension postgres, Ticker ticker, SendingLimits limits) {
        StateStore state = postgres.stateStore();
        JdbiEventSignals signals = postgres.signals(state);
        MessageSending sending = postgres.running(
                new BatchedMessageSending(postgres.stateStore(), state, signals, limits, Ticker.systemTicker()));
        EventPages eventPages = postgres.running(new BatchedEventPages(state));
        return keeping(postgres, state, signals, signals, ticker, sending, eventPages);
    }

    /** A node that caches users and sessions, and whose notifications a test controls. */
    public static JdbiStores keeping(PostgresExtension postgres, AccountChanges accounts, Ticker ticker) {
        StateStore state = postgres.stateStore();
        JdbiEventSignals signals = postgres.signals(state);
        return keeping(
                postgres,
                state,
                signals,
                accounts,
                ticker,
                new JdbiMessageSending(state, signals),
                new JdbiEventPages(state));
    }

    private static JdbiStores keeping(
            PostgresExtension postgres,
            StateStore state,
            JdbiEventSignals signals,
            AccountChanges accounts,
            Ticker ticker,
            MessageSending sending,
            EventPages eventPages) {
        return over(
                postgres,
                state,
                signals,
                new CachedUsers(new JdbiUsers(state), state, accounts, ticker),
                new CachedSessions(new JdbiSessions(state), state, accounts, ticker),
                sending,
                eventPages);
    }

    private static JdbiStores over(
            PostgresExtension postgres,
            StateStore state,
            JdbiEventSignals signals,
            Users users,
            Sessions sessions,
            MessageSending sending,
            EventPages eventPages) {
        return new JdbiStores(
                postgres,
                new JdbiUnitOfWork(state),
                new JdbiUserLocks(state),
                users,
                sessions,
                new JdbiBlocks(state),
                new JdbiActivityOutbox(state),
                sending,
                new JdbiConversations(state),
                new JdbiMessages(state),
                new JdbiReadReceipts(state),
                new JdbiInboxes(state),
                new JdbiUserEvents(state, signals),
                eventPages,
                new JdbiEventEpochs(state),
                signals,
                new JdbiStreamTickets(state),
                new JdbiErasures(state),
                new JdbiSharedLimits(state),
                new JdbiFailureStreaks(state),
                new JdbiStateAudit(state),
                new JdbiActivityLog(postgres.logStore()),
                leadership(postgres));
    }

    private static RelayLeadership leadership(PostgresExtension postgres) {
        return new JdbiRelayLeadership(postgres.unpooled(PostgresExtension.APP, PostgresExtension.STATE));
    }

    @Override
    public RelayLeadership competitor() {
        return leadership(postgres);
    }

    /** Called once. Both nodes notify each other from then on. */
    @Override
    public JdbiStores anotherNode() {
        JdbiStores another = over(postgres);
        Stream.of(this, another).forEach(JdbiStores::startAndAwait);
        return another;
    }

    /** Receives the notifications of other nodes from then on. */
    public void startAndAwait() {
        signals.start();
        await().until(signals::isListening);
    }
}
