package dev.parley.adapters.persistence.audit;

import dev.parley.adapters.persistence.conversation.ConversationRows;
import dev.parley.adapters.persistence.receipt.ReceiptRows;
import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.audit.StateAudit;
import dev.parley.domain.audit.EventTally;
import dev.parley.domain.audit.MessageOutline;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** Scans whole tables of PostgreSQL along their primary keys. */
public final class JdbiStateAudit implements StateAudit {

    private static final String LIST_CONVERSATIONS = """
            SELECT {columns}
            FROM conversation
            WHERE id > :after
            ORDER BY id
            LIMIT :limit
            """.replace("{columns}", ConversationRows.COLUMNS);

    private static final String LIST_MESSAGES = """
            SELECT place, sender_id, receiver_id, sent_at, visible_at
            FROM message
            WHERE conversation_id = :conversation AND place > :place
            ORDER BY place
            LIMIT :limit
            """;

    private static final String LIST_READINGS = """
            SELECT {columns}
            FROM read_receipt
            WHERE conversation_id = :conversation
            """.replace("{columns}", ReceiptRows.COLUMNS);

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

    private static final RowMapper<MessageOutline> OUTLINES = (row, context) -> new MessageOutline(
            new Place(row.getLong("place")),
            new UserId(row.getLong("sender_id")),
            new UserId(row.getLong("receiver_id")),
            Rows.time(row, "sent_at"),
            Rows.optionalTime(row, "visible_at"));

    private static final RowMapper<EventTally> TALLIES = (row, context) -> new EventTally(
            new UserId(row.getLong("user_id")),
            row.getLong("event_seq"),
            row.getLong("oldest"),
            row.getLong("newest"),
            row.getLong("count"));

    private final StateStore store;

    public JdbiStateAudit(StateStore store) {
        this.store = store;
    }

    @Override
    public List<Conversation> listConversations(Optional<ConversationId> after, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.with(handle -> handle.createQuery(LIST_CONVERSATIONS)
                .bind("after", after.map(ConversationId::value).orElse(0L))
                .bind("limit", limit)
                .map(ConversationRows.CONVERSATIONS)
                .list());
    }

    @Override
    public List<MessageOutline> listMessages(ConversationId conversation, long place, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.with(handle -> handle.createQuery(LIST_MESSAGES)
                .bind("conversation", conversation)
                .bind("place", place)
                .bind("limit", limit)
                .map(OUTLINES)
                .list());
    }

    @Override
    public List<ReadReceipt> listReadings(ConversationId conversation) {
        return store.with(handle -> handle.createQuery(LIST_READINGS)
                .bind("conversation", conversation)
                .map(ReceiptRows.RECEIPTS)
                .list());
    }

    @Override
    public List<EventTally> tallyEvents(Optional<UserId> after, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.with(handle -> handle.createQuery(TALLY_EVENTS)
                .bind("after", after.map(UserId::value).orElse(0L))
                .bind("limit", limit)
                .map(TALLIES)
                .list());
    }
}
