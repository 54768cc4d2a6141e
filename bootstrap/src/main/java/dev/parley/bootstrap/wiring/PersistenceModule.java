package dev.parley.bootstrap.wiring;

import com.github.benmanes.caffeine.cache.Ticker;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.adapters.persistence.activity.JdbiActivityOutbox;
import dev.parley.adapters.persistence.activity.JdbiRelayLeadership;
import dev.parley.adapters.persistence.activitylog.JdbiActivityLog;
import dev.parley.adapters.persistence.audit.JdbiStateAudit;
import dev.parley.adapters.persistence.block.JdbiBlocks;
import dev.parley.adapters.persistence.conversation.BatchedMessageSending;
import dev.parley.adapters.persistence.conversation.JdbiConversations;
import dev.parley.adapters.persistence.conversation.JdbiMessages;
import dev.parley.adapters.persistence.event.BatchedEventPages;
import dev.parley.adapters.persistence.event.JdbiEventEpochs;
import dev.parley.adapters.persistence.event.JdbiEventSignals;
import dev.parley.adapters.persistence.event.JdbiUserEvents;
import dev.parley.adapters.persistence.inbox.JdbiInboxes;
import dev.parley.adapters.persistence.limit.JdbiFailureStreaks;
import dev.parley.adapters.persistence.limit.JdbiSharedLimits;
import dev.parley.adapters.persistence.receipt.JdbiReadReceipts;
import dev.parley.adapters.persistence.session.CachedSessions;
import dev.parley.adapters.persistence.session.JdbiSessions;
import dev.parley.adapters.persistence.session.JdbiStreamTickets;
import dev.parley.adapters.persistence.shared.DatabaseTime;
import dev.parley.adapters.persistence.shared.JdbiUnitOfWork;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.adapters.persistence.user.CachedUsers;
import dev.parley.adapters.persistence.user.JdbiErasures;
import dev.parley.adapters.persistence.user.JdbiUserLocks;
import dev.parley.adapters.persistence.user.JdbiUsers;
import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.activity.RelayLeadership;
import dev.parley.application.port.out.audit.StateAudit;
import dev.parley.application.port.out.block.Blocks;
import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.application.port.out.erasure.Erasures;
import dev.parley.application.port.out.event.EventEpochs;
import dev.parley.application.port.out.event.EventPages;
import dev.parley.application.port.out.event.EventSignals;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.application.port.out.inbox.Inboxes;
import dev.parley.application.port.out.limit.FailureStreaks;
import dev.parley.application.port.out.limit.SharedLimits;
import dev.parley.application.port.out.receipt.ReadReceipts;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.session.StreamTickets;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.application.port.out.user.Users;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.store.DirectConnections;
import dev.parley.bootstrap.store.StoreAccess;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;

/** The PostgreSQL adapters of the out-ports. */
final class PersistenceModule extends ConstructorModule {

    /** How long a lost signal can delay an event. */
    private static final Duration SIGNAL_TICK = Duration.ofSeconds(5);

    @Override
    protected void configure() {
        adapter(UnitOfWork.class, JdbiUnitOfWork.class);
        single(DatabaseTime.class);
        adapter(UserLocks.class, JdbiUserLocks.class);
        adapter(Blocks.class, JdbiBlocks.class);
        adapter(Conversations.class, JdbiConversations.class);
        adapter(Messages.class, JdbiMessages.class);
        adapter(ReadReceipts.class, JdbiReadReceipts.class);
        adapter(Inboxes.class, JdbiInboxes.class);
        adapter(UserEvents.class, JdbiUserEvents.class);
        adapter(EventEpochs.class, JdbiEventEpochs.class);
        adapter(StreamTickets.class, JdbiStreamTickets.class);
        adapter(Erasures.class, JdbiErasures.class);
        adapter(SharedLimits.class, JdbiSharedLimits.class);
        adapter(FailureStreaks.class, JdbiFailureStreaks.class);
        adapter(StateAudit.class, JdbiStateAudit.class);
        adapter(ActivityOutbox.class, JdbiActivityOutbox.class);
        adapter(ActivityLog.class, JdbiActivityLog.class);
        bind(MessageSending.class).to(BatchedMessageSending.class);
        bind(EventSignals.class).to(JdbiEventSignals.class);
        single(BatchedEventPages.class);
        bind(EventPages.class).to(BatchedEventPages.class);
    }

    @Provides
    @Singleton
    Users users(StateStore store, JdbiEventSignals signals) {
        return new CachedUsers(new JdbiUsers(store), store, signals, Ticker.systemTicker());
    }

    @Provides
    @Singleton
    Sessions sessions(StateStore store, JdbiEventSignals signals) {
        return new CachedSessions(new JdbiSessions(store), store, signals, Ticker.systemTicker());
    }

    @Provides
    @Singleton
    BatchedMessageSending grouped(
            @SendingConnection StateStore own,
            StateStore store,
            JdbiEventSignals signals,
            ParleyConfiguration configuration) {
        return new BatchedMessageSending(own, store, signals, SendingRoom.of(configuration), Ticker.systemTicker());
    }

    @Provides
    @Singleton
    JdbiEventSignals signals(
            StateStore store, StoreAccess access, ParleyConfiguration configuration, SecureRandom random, Clock clock) {
        String node = HexFormat.of().toHexDigits(random.nextLong());
        return new JdbiEventSignals(
                store,
                DirectConnections.to(access.state(), configuration.getDatabase()),
                SIGNAL_TICK,
                node,
                clock,
                Ticker.systemTicker());
    }

    @Provides
    @Singleton
    RelayLeadership leadership(StoreAccess access, ParleyConfiguration configuration) {
        return new JdbiRelayLeadership(DirectConnections.to(access.state(), configuration.getDatabase()));
    }
}
