package dev.parley.adapters.persistence.inbox;

import dev.parley.adapters.persistence.conversation.ConversationRows;
import dev.parley.adapters.persistence.shared.MessageRows;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.inbox.Inboxes;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.inbox.InboxPlace;
import dev.parley.domain.inbox.UnreadTotals;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;

/**
 * Inboxes in PostgreSQL: all conversations of the owner, sorted anew by each call. Every message changes that order, so an
 * index on it would cost every message more than it saves: nobody has so many conversations.
 */
public final class JdbiInboxes implements Inboxes {

    /** Each conversation of the owner, with what is theirs of it under names that say no side. */
    private static final String OWN = """
            WITH own AS (
                SELECT *, low_shown_place AS shown_place, low_shown_at AS shown_at, low_unread AS unread,
                    low_read_up_to AS read_up_to,
                    CASE WHEN low_id = high_id THEN low_read_up_to ELSE high_read_up_to END AS peer_read_up_to
                FROM conversation
                WHERE low_id = :owner
                UNION ALL
                SELECT *, high_shown_place, high_shown_at, high_unread, high_read_up_to, low_read_up_to
                FROM conversation
                WHERE high_id = :owner AND low_id < :owner
            )
            """;

    static final String LIST = OWN + """
            , page AS (
                SELECT *
                FROM own
                WHERE shown_place > 0
                    AND (unread > 0 OR NOT :unreadOnly)
                    AND (:afterShown::timestamptz IS NULL OR (shown_at, id) < (:afterShown, :afterId))
                ORDER BY shown_at DESC, id DESC
                LIMIT :limit
            )
            SELECT page.*, own_read.id AS own_read_id, peer_read.id AS peer_read_id,
                message.id AS message_id, message.conversation_id AS message_conversation_id,
                message.place AS message_place, message.sender_id AS message_sender_id,
                message.receiver_id AS message_receiver_id, message.content AS message_content,
                message.sent_at AS message_sent_at, message.visible_at AS message_visible_at
            FROM page
            JOIN message ON message.conversation_id = page.id AND message.place = page.shown_place
            LEFT JOIN message AS own_read
                ON own_read.conversation_id = page.id AND own_read.place = page.read_up_to
            LEFT JOIN message AS peer_read
                ON peer_read.conversation_id = page.id AND peer_read.place = page.peer_read_up_to
            ORDER BY page.shown_at DESC, page.id DESC
            """;

    private static final String COUNT_UNREAD = OWN + """
            SELECT coalesce(sum(unread), 0)::bigint AS messages, count(*) AS conversations
            FROM own
            WHERE unread > 0
            """;

    private final StateStore store;

    public JdbiInboxes(StateStore store) {
        this.store = store;
    }

    @Override
    public List<Entry> list(UserId owner, boolean unreadOnly, Optional<InboxPlace> after, int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("a limit is 1 to " + MAX_PAGE);
        }
        return store.with(handle -> handle.createQuery(LIST)
                .bind("owner", owner)
                .bind("unreadOnly", unreadOnly)
                .bind("afterShown", after.map(InboxPlace::shownAt))
                .bind("afterId", after.map(InboxPlace::conversation).map(ConversationId::value))
                .bind("limit", limit)
                .map(JdbiInboxes::entry)
                .list());
    }

    @Override
    public UnreadTotals countUnread(UserId owner) {
        return store.with(handle -> handle.createQuery(COUNT_UNREAD)
                .bind("owner", owner)
                .map((RowView row) -> new UnreadTotals(
                        row.getColumn("messages", Long.class), row.getColumn("conversations", Long.class)))
                .one());
    }

    private static Entry entry(RowView row) {
        return new Entry(
                ConversationRows.conversation(row),
                MessageRows.message(row, "message_").orElseThrow(),
                Optional.ofNullable(row.getColumn("own_read_id", MessageId.class)),
                Optional.ofNullable(row.getColumn("peer_read_id", MessageId.class)));
    }
}
