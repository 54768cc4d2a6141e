package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.HistorySlice;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Messages in PostgreSQL. A page between two places costs the page, however long the history. */
public final class JdbiMessages implements Messages {

    private static final String BETWEEN_PLACES = """
            SELECT conversation_id, place, id, sender_id, receiver_id, content, sent_at, visible_at
            FROM message
            WHERE conversation_id = :conversation
                AND place BETWEEN :oldest AND :newest
                AND visible_at IS NOT NULL
            ORDER BY place DESC
            """;

    private static final String SKIPPING = """
            SELECT conversation_id, place, id, sender_id, receiver_id, content, sent_at, visible_at
            FROM message
            WHERE conversation_id = :conversation AND visible_at IS NOT NULL
            ORDER BY place DESC
            OFFSET :skip
            LIMIT :limit
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
                .map(MessageRows::message)
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
    public long release(ConversationId conversation, UserId receiver, Instant visibleAt) {
        return store.with(handle -> handle.createUpdate(RELEASE)
                .bind("conversation", conversation)
                .bind("receiver", receiver)
                .bind("visibleAt", visibleAt)
                .execute());
    }
}
