package dev.parley.adapters.persistence.audit;

import dev.parley.adapters.persistence.conversation.ConversationRows;
import dev.parley.adapters.persistence.receipt.ReceiptRows;
import dev.parley.adapters.persistence.shared.Row;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.audit.StateAudit;
import dev.parley.domain.audit.EventTally;
import dev.parley.domain.audit.MessageOutline;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;

/** The state in PostgreSQL, along its primary keys. */
public final class JdbiStateAudit implements StateAudit {

    private static final String LIST_CONVERSATIONS = """
            SELECT *
            FROM conversation
            WHERE id > :after
            ORDER BY id
            LIMIT :limit
            """;

    private static final String LIST_MESSAGES = """
            SELECT place, sender_id, receiver_id, sent_at, visible_at
            FROM message
            WHERE conversation_id = :conversation AND place > :place
            ORDER BY place
            LIMIT :limit
            """;

    private static final String LIST_READINGS = """
            SELECT conversation_id, reader_id, up_to_place, read_at
            FROM read_receipt
            WHERE conversation_id = :conversation
            """;

    private static final String TALLY_EVENTS = """
            SELECT head.user_id, head.event_seq, kept.*
            FROM (
                SELECT user_id, event_seq
                FROM user_head
                WHERE user_id > :after
                ORDER BY user_id
                LIMIT :limit
            ) AS head
            CROSS JOIN LATERAL (
                SELECT coalesce(min(seq), 0) AS oldest, coalesce(max(seq), 0) AS newest, count(*) AS count
                FROM user_event
                WHERE user_event.user_id = head.user_id
            ) AS kept
            ORDER BY head.user_id
            """;

    private final StateStore store;

    public JdbiStateAudit(StateStore store) {
        this.store = store;
    }

    @Override
    public List<Conversation> listConversations(Optional<ConversationId> after, int limit) {
        requirePage(limit);
        return store.with(handle -> handle.createQuery(LIST_CONVERSATIONS)
                .bind("after", after.map(ConversationId::value).orElse(0L))
                .bind("limit", limit)
                .map(Row.mapper(ConversationRows::conversation))
                .list());
    }

    @Override
    public List<MessageOutline> listMessages(ConversationId conversation, long place, int limit) {
        requirePage(limit);
        return store.with(handle -> handle.createQuery(LIST_MESSAGES)
                .bind("conversation", conversation)
                .bind("place", place)
                .bind("limit", limit)
                .map(JdbiStateAudit::outline)
                .list());
    }

    @Override
    public List<ReadReceipt> listReadings(ConversationId conversation) {
        return store.with(handle -> handle.createQuery(LIST_READINGS)
                .bind("conversation", conversation)
                .map(ReceiptRows::receipt)
                .list());
    }

    @Override
    public List<EventTally> tallyEvents(Optional<UserId> after, int limit) {
        requirePage(limit);
        return store.with(handle -> handle.createQuery(TALLY_EVENTS)
                .bind("after", after.map(UserId::value).orElse(0L))
                .bind("limit", limit)
                .map(JdbiStateAudit::tally)
                .list());
    }

    private static void requirePage(int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("a limit is 1 to " + MAX_PAGE);
        }
    }

    private static MessageOutline outline(RowView row) {
        return new MessageOutline(
                row.getColumn("place", Place.class),
                row.getColumn("sender_id", UserId.class),
                row.getColumn("receiver_id", UserId.class),
                row.getColumn("sent_at", Instant.class),
                Optional.ofNullable(row.getColumn("visible_at", Instant.class)));
    }

    private static EventTally tally(RowView row) {
        return new EventTally(
                row.getColumn("user_id", UserId.class),
                row.getColumn("event_seq", Long.class),
                row.getColumn("oldest", Long.class),
                row.getColumn("newest", Long.class),
                row.getColumn("count", Long.class));
    }
}
