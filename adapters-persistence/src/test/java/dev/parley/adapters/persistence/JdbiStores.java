package dev.parley.adapters.persistence;

import dev.parley.adapters.persistence.activity.JdbiActivityOutbox;
import dev.parley.adapters.persistence.activity.JdbiRelayLeadership;
import dev.parley.adapters.persistence.activitylog.JdbiActivityLog;
import dev.parley.adapters.persistence.activitylog.LogStore;
import dev.parley.adapters.persistence.block.JdbiBlocks;
import dev.parley.adapters.persistence.conversation.JdbiConversations;
import dev.parley.adapters.persistence.conversation.JdbiMessageSending;
import dev.parley.adapters.persistence.conversation.JdbiMessages;
import dev.parley.adapters.persistence.receipt.JdbiReadReceipts;
import dev.parley.adapters.persistence.session.JdbiSessions;
import dev.parley.adapters.persistence.shared.JdbiUnitOfWork;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.adapters.persistence.user.JdbiUserLocks;
import dev.parley.adapters.persistence.user.JdbiUsers;
import dev.parley.application.port.out.activity.RelayLeadership;
import dev.parley.application.testkit.contract.Stores;
import javax.sql.DataSource;

/** All adapters of this module as one node has them. */
public record JdbiStores(
        JdbiUnitOfWork unitOfWork,
        JdbiUserLocks locks,
        JdbiUsers users,
        JdbiSessions sessions,
        JdbiBlocks blocks,
        JdbiActivityOutbox outbox,
        JdbiMessageSending sending,
        JdbiConversations conversations,
        JdbiMessages messages,
        JdbiReadReceipts receipts,
        JdbiActivityLog log,
        RelayLeadership leadership,
        DataSource seats)
        implements Stores {

    public static JdbiStores over(PostgresExtension postgres) {
        return over(
                postgres.stateStore(),
                postgres.logStore(),
                postgres.unpooled(PostgresExtension.APP, PostgresExtension.STATE));
    }

    static JdbiStores over(StateStore state, LogStore log, DataSource seats) {
        return new JdbiStores(
                new JdbiUnitOfWork(state),
                new JdbiUserLocks(state),
                new JdbiUsers(state),
                new JdbiSessions(state),
                new JdbiBlocks(state),
                new JdbiActivityOutbox(state),
                new JdbiMessageSending(state),
                new JdbiConversations(state),
                new JdbiMessages(state),
                new JdbiReadReceipts(state),
                new JdbiActivityLog(log),
                new JdbiRelayLeadership(seats),
                seats);
    }

    @Override
    public RelayLeadership competitor() {
        return new JdbiRelayLeadership(seats);
    }
}
