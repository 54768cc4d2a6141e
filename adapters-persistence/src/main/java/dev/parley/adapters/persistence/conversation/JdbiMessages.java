package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.shared.MessageRows;
import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.domain.conversation.Conversation.Span;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.HeldMessage;
import dev.parley.domain.conversation.HistoryPart;
import dev.parley.domain.conversation.HistorySlice;
import dev.parley.domain.conversation.HistoryWindow;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.conversation.Received;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Messages in PostgreSQL. */
public final class JdbiMessages implements Messages {

    private static final String BETWEEN_PLACES = """
            SELECT {columns}
            FROM message
            WHERE conversation_id = :conversation
                AND place BETWEEN :oldest AND :newest
                AND visible_at IS NOT NULL
            ORDER BY place DESC
            """.replace("{columns}", MessageRows.COLUMNS);

    private static final String SKIPPING = """
            SELECT {columns}
            FROM message
            WHERE conversation_id = :conversation AND visible_at IS NOT NULL
            ORDER BY place DESC
            OFFSET :skip
            LIMIT :limit
            """.replace("{columns}", MessageRows.COLUMNS);

    /**
     * Ends at the first message that exceeds the bound. The content is fetched only for the returned messages: the sum needs
     * its stored length alone. The messages that are held from the viewer are read and skipped.
     */
    static final String SHOWN_BEFORE = """
            SELECT {columns}
            FROM (
                SELECT *,
                    sum(octet_length(content)) OVER (
                        ORDER BY place DESC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                    ) AS bytes_before
                FROM message
                WHERE conversation_id = :conversation
                    AND place < :place
                    AND (visible_at IS NOT NULL OR sender_id = :viewer)
                ORDER BY place DESC
                LIMIT :limit
            ) AS nearest
            WHERE coalesce(bytes_before, 0) <= :bytes
            ORDER BY place DESC
            """.replace("{columns}", MessageRows.COLUMNS);

    static final String SHOWN_AFTER = """
            SELECT {columns}
            FROM (
                SELECT *,
                    sum(octet_length(content)) OVER (
                        ORDER BY place
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                    ) AS bytes_before
                FROM message
                WHERE conversation_id = :conversation
                    AND place > :place
                    AND (visible_at IS NOT NULL OR sender_id = :viewer)
                ORDER BY place
                LIMIT :limit
            ) AS nearest
            WHERE coalesce(bytes_before, 0) <= :bytes
            ORDER BY place
            """.replace("{columns}", MessageRows.COLUMNS);

    private static final String FIND = """
            SELECT {columns}
            FROM message
            WHERE id = :id
            """.replace("{columns}", MessageRows.COLUMNS);

    private static final String FIND_AT = """
            SELECT {columns}
            FROM message
            WHERE conversation_id = :conversation AND place = :place
            """.replace("{columns}", MessageRows.COLUMNS);

    private static final String FIND_SENT_WITH = """
            SELECT {joined}
            FROM message_key
            JOIN message
                ON message.conversation_id = message_key.conversation_id
                AND message.place = message_key.place
            WHERE message_key.sender_id = :sender AND message_key.key = :key
            """.replace("{joined}", MessageRows.JOINED_COLUMNS);

    private static final String FIND_RECEIVED = """
            SELECT count(*) AS count, max(place) AS newest
            FROM message
            WHERE conversation_id = :conversation
                AND place BETWEEN :oldest AND :newest
                AND receiver_id = :receiver
            HAVING count(*) > 0
            """;

    private static final String LIST_HELD = """
            SELECT place, sent_at
            FROM message
            WHERE conversation_id = :conversation AND receiver_id = :receiver AND visible_at IS NULL
            ORDER BY place
            """;

    private static final String DELETE_KEYS_OF = "DELETE FROM message_key WHERE sender_id = :sender";

    /** Skips a key that a send is using now. */
    private static final String DELETE_KEYS_BEFORE = """
            DELETE FROM message_key
            WHERE (sender_id, key) IN (
                SELECT sender_id, key FROM message_key WHERE used_at < :before LIMIT :limit FOR UPDATE SKIP LOCKED
            )
            """;

    private static final int MAX_DELETED_KEYS = 5_000;

    /** With an array the rows are found by the primary key, however long the conversation is. */
    static final String ERASE_CONTENTS = """
            UPDATE message
            SET content = ''
            WHERE conversation_id = :conversation AND place = ANY (ARRAY(
                SELECT place
                FROM message
                WHERE conversation_id = :conversation AND sender_id = :sender AND content <> ''
                ORDER BY place
                LIMIT :limit
            ))
            """;

    private static final String RELEASE = """
            UPDATE message
            SET visible_at = :visibleAt
            WHERE conversation_id = :conversation AND receiver_id = :receiver AND visible_at IS NULL
            """;

    private final StateStore store;

    public JdbiMessages(StateStore store) {
        this.store = store;
    }

    @Override
    public List<Message> listVisible(ConversationId conversation, HistorySlice slice) {
        return store.with(handle -> query(handle, slice)
                .bind("conversation", conversation)
                .map(MessageRows.MESSAGES)
                .list());
    }

    private static Query query(Handle handle, HistorySlice slice) {
        return switch (slice) {
            case HistorySlice.Places(Place oldest, Place newest) ->
                handle.createQuery(BETWEEN_PLACES).bind("oldest", oldest).bind("newest", newest);
            case HistorySlice.Visible(long skip, int limit) ->
                handle.createQuery(SKIPPING).bind("skip", skip).bind("limit", limit);
        };
    }

    @Override
    public HistoryPart listShown(ConversationId conversation, UserId viewer, HistoryWindow window, PageBound bound) {
        List<Message> nearestFirst = store.with(handle -> query(handle, window)
                .bind("conversation", conversation)
                .bind("viewer", viewer)
                .bind("limit", bound.items() + 1)
                .bind("bytes", bound.bytes())
                .map(MessageRows.MESSAGES)
                .list());
        return HistoryPart.of(window, nearestFirst, bound);
    }

    private static Query query(Handle handle, HistoryWindow window) {
        return switch (window) {
            case HistoryWindow.Newest() -> handle.createQuery(SHOWN_BEFORE).bind("place", Long.MAX_VALUE);
            case HistoryWindow.Before(Place place) ->
                handle.createQuery(SHOWN_BEFORE).bind("place", place);
            case HistoryWindow.After(Place place) ->
                handle.createQuery(SHOWN_AFTER).bind("place", place);
        };
    }

    @Override
    public Optional<Message> find(MessageId id) {
        return store.with(handle -> handle.createQuery(FIND)
                .bind("id", id)
                .map(MessageRows.MESSAGES)
                .findOne());
    }

    @Override
    public Optional<Message> find(ConversationId conversation, long place) {
        return store.with(handle -> handle.createQuery(FIND_AT)
                .bind("conversation", conversation)
                .bind("place", place)
                .map(MessageRows.MESSAGES)
                .findOne());
    }

    @Override
    public Optional<Message> findSentWith(UserId sender, IdempotencyKey key) {
        return store.with(handle -> handle.createQuery(FIND_SENT_WITH)
                .bind("sender", sender)
                .bind("key", key)
                .map(MessageRows.JOINED_MESSAGES)
                .findOne());
    }

    @Override
    public Optional<Received> findReceived(ConversationId conversation, UserId receiver, Span places) {
        return store.with(handle -> handle.createQuery(FIND_RECEIVED)
                .bind("conversation", conversation)
                .bind("receiver", receiver)
                .bind("oldest", places.oldest())
                .bind("newest", places.newest())
                .map((row, context) -> new Received(row.getLong("count"), new Place(row.getLong("newest"))))
                .findOne());
    }

    @Override
    public List<HeldMessage> listHeld(ConversationId conversation, UserId receiver) {
        return store.with(handle -> handle.createQuery(LIST_HELD)
                .bind("conversation", conversation)
                .bind("receiver", receiver)
                .map((row, context) -> new HeldMessage(new Place(row.getLong("place")), Rows.time(row, "sent_at")))
                .list());
    }

    @Override
    public void forgetKeys(UserId sender) {
        store.with(handle ->
                handle.createUpdate(DELETE_KEYS_OF).bind("sender", sender).execute());
    }

    @Override
    public int forgetKeys(Instant before) {
        return store.with(handle -> handle.createUpdate(DELETE_KEYS_BEFORE)
                .bind("before", before)
                .bind("limit", MAX_DELETED_KEYS)
                .execute());
    }

    @Override
    public int eraseContents(ConversationId conversation, UserId sender, int limit) {
        return store.with(handle -> handle.createUpdate(ERASE_CONTENTS)
                .bind("conversation", conversation)
                .bind("sender", sender)
                .bind("limit", limit)
                .execute());
    }

    @Override
    public long release(ConversationId conversation, UserId receiver, Instant visibleAt) {
        return store.with(handle -> handle.createUpdate(RELEASE)
                .bind("conversation", conversation)
                .bind("receiver", receiver)
                .bind("visibleAt", visibleAt)
                .execute());
    }
}
