package dev.parley.adapters.persistence.inbox;

import dev.parley.adapters.persistence.conversation.ConversationRows;
import dev.parley.adapters.persistence.shared.MessageRows;
import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.inbox.Inboxes;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.inbox.InboxPlace;
import dev.parley.domain.inbox.UnreadTotals;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Inboxes in PostgreSQL: each call sorts all conversations of the owner. Every message changes that order, so an index on it
 * would cost each message more than it saves here.
 *
 * <p>Each of the two sides uses its own index and has its own limit. That also keeps the planner from starting parallel workers,
 * which would take longer than the query.
 */
public final class JdbiInboxes implements Inboxes {

    /** A scalar subquery is an index lookup for each conversation. The planner could turn an EXISTS into a scan. */
    private static final String ERASED = "coalesce((SELECT erased FROM user_head WHERE user_id = {peer}_id), false)";

    private static final String BLOCKED =
            "coalesce((SELECT true FROM block WHERE blocker_id = :owner AND blocked_id = {peer}_id), false)";

    private static final String SIDE = """
            SELECT *, {own}_shown_at AS shown_at, {own}_shown_place AS shown_place, {own}_read_up_to AS read_up_to,
                {peer}_id AS peer_id,
                CASE WHEN low_id = high_id THEN low_read_up_to ELSE {peer}_read_up_to END AS peer_read_up_to
            FROM conversation
            WHERE {own}_id = :owner AND {condition}
                AND {own}_shown_place > 0
                AND (NOT :unreadOnly OR {own}_unread > 0 AND NOT {erased})
                AND (:afterShown::timestamptz IS NULL OR ({own}_shown_at, id) < (:afterShown, :afterId))
            ORDER BY {own}_shown_at DESC, id DESC
            LIMIT :limit
            """.replace("{erased}", ERASED);

    /** A conversation with oneself is only on the low side. */
    private static final String LOW =
            SIDE.replace("{own}", "low").replace("{peer}", "high").replace("{condition}", "high_id >= :owner");

    private static final String HIGH =
            SIDE.replace("{own}", "high").replace("{peer}", "low").replace("{condition}", "low_id < :owner");

    static final String LIST = """
            WITH page AS (
                ({low}) UNION ALL ({high})
                ORDER BY shown_at DESC, id DESC
                LIMIT :limit
            )
            SELECT *
            FROM (
                SELECT page.*,
                    {blocked} AS blocked, own_read.id AS own_read_id, peer_read.id AS peer_read_id,
                    {message},
                    sum(octet_length(message.content)) OVER (
                        ORDER BY page.shown_at DESC, page.id DESC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                    ) AS bytes_before
                FROM page
                JOIN message ON message.conversation_id = page.id AND message.place = page.shown_place
                LEFT JOIN message AS own_read
                    ON own_read.conversation_id = page.id AND own_read.place = page.read_up_to
                LEFT JOIN message AS peer_read
                    ON peer_read.conversation_id = page.id AND peer_read.place = page.peer_read_up_to
            ) AS shown
            WHERE coalesce(bytes_before, 0) <= :bytes
            ORDER BY shown_at DESC, id DESC
            """.replace("{low}", LOW)
            .replace("{high}", HIGH)
            .replace("{message}", MessageRows.JOINED_COLUMNS)
            .replace("{blocked}", BLOCKED.replace("{peer}", "peer"));

    static final String COUNT_UNREAD =
            """
            SELECT low.messages + high.messages AS messages, low.conversations + high.conversations AS conversations
            FROM (
                SELECT coalesce(sum(low_unread), 0)::bigint AS messages, count(*) AS conversations
                FROM conversation
                WHERE low_id = :owner AND low_unread > 0 AND {countedHigh}
            ) AS low
            CROSS JOIN (
                SELECT coalesce(sum(high_unread), 0)::bigint AS messages, count(*) AS conversations
                FROM conversation
                WHERE high_id = :owner AND low_id < :owner AND high_unread > 0 AND {countedLow}
            ) AS high
            """.replace("{countedHigh}", counted("high")).replace("{countedLow}", counted("low"));

    private static final RowMapper<InboxRow> ENTRIES = (row, context) -> new InboxRow(
            ConversationRows.conversation(row),
            row.getBoolean("blocked"),
            MessageRows.JOINED_MESSAGES.map(row, context),
            Rows.optionalBigint(row, "own_read_id").map(MessageId::new),
            Rows.optionalBigint(row, "peer_read_id").map(MessageId::new));

    private final StateStore store;

    public JdbiInboxes(StateStore store) {
        this.store = store;
    }

    private static String counted(String peer) {
        return "NOT (" + ERASED.replace("{peer}", peer) + " OR " + BLOCKED.replace("{peer}", peer) + ")";
    }

    @Override
    public List<InboxRow> list(UserId owner, boolean unreadOnly, Optional<InboxPlace> after, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.with(handle -> handle.createQuery(LIST)
                .bind("owner", owner)
                .bind("unreadOnly", unreadOnly)
                .bind("afterShown", after.map(InboxPlace::shownAt))
                .bind("afterId", after.map(InboxPlace::conversation).map(ConversationId::value))
                .bind("limit", limit)
                .bind("bytes", PageBound.MAX_BYTES)
                .map(ENTRIES)
                .list());
    }

    @Override
    public UnreadTotals countUnread(UserId owner) {
        return store.with(handle -> handle.createQuery(COUNT_UNREAD)
                .bind("owner", owner)
                .map((row, context) -> new UnreadTotals(row.getLong("messages"), row.getLong("conversations")))
                .one());
    }
}
