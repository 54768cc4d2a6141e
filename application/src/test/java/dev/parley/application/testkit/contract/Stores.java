package dev.parley.application.testkit.contract;

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

/** All stores of one node, over one state store and one log store. */
public interface Stores {

    UnitOfWork unitOfWork();

    UserLocks locks();

    Users users();

    Sessions sessions();

    Blocks blocks();

    ActivityOutbox outbox();

    MessageSending sending();

    Conversations conversations();

    Messages messages();

    ReadReceipts receipts();

    Inboxes inboxes();

    UserEvents events();

    EventEpochs epochs();

    /** This node's. */
    EventSignals signals();

    StreamTickets tickets();

    Erasures erasures();

    SharedLimits limits();

    FailureStreaks streaks();

    StateAudit audit();

    ActivityLog log();

    /** This node's candidate. */
    RelayLeadership leadership();

    /** Another node's candidate for the same seat, a new one at each call. */
    RelayLeadership competitor();

    /** All stores of another node, over the same state store and log store. */
    Stores anotherNode();
}
