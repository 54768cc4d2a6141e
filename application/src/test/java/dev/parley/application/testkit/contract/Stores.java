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
import dev.parley.application.port.out.event.EventPages;
import dev.parley.application.port.out.event.EventPages.EventEntry;
import dev.parley.application.port.out.event.EventPages.EventPageQuery;
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
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** All stores of one node, with one state store and one log store. */
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

    EventPages eventPages();

    EventEpochs epochs();

    /** The limits of this node. */
    EventSignals signals();

    StreamTickets tickets();

    Erasures erasures();

    SharedLimits limits();

    FailureStreaks streaks();

    StateAudit audit();

    ActivityLog log();

    /** The candidate of this node. */
    RelayLeadership leadership();

    /** The candidate of another node for the same leadership, a new one at each call. */
    RelayLeadership competitor();

    /** All stores of another node, with the same state store and log store. */
    Stores anotherNode();

    /** The user's events after a number, read with an unknown session. */
    default List<EventEntry> entriesAfter(UserId user, long seq, int limit) {
        EventCursor after = new EventCursor(events().state(user).epoch(), seq);
        return eventPages()
                .read(new EventPageQuery(user, new SessionId(Long.MAX_VALUE), Optional.of(after), limit))
                .entries();
    }
}
