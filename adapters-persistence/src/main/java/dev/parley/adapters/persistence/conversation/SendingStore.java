package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.activity.ActivityColumns;
import dev.parley.adapters.persistence.conversation.SendingBatch.Sent;
import dev.parley.adapters.persistence.shared.Column;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Stores what was decided about drafts, in one round trip: conversations, messages and activities. */
final class SendingStore {

    private static final String STORE = """
            WITH stored_conversation AS (
                INSERT INTO conversation (id, low_id, high_id, last_place, low_unread, low_held, low_read_up_to,
                    high_unread, high_held, high_read_up_to, latest_at)
                SELECT *
                FROM unnest(:id, :low, :high, :lastPlace, :lowUnread, :lowHeld, :lowReadUpTo,
                    :highUnread, :highHeld, :highReadUpTo, :latestAt)
                ON CONFLICT (id) DO UPDATE
                SET last_place = excluded.last_place,
                    low_unread = excluded.low_unread,
                    low_held = excluded.low_held,
                    low_read_up_to = excluded.low_read_up_to,
                    high_unread = excluded.high_unread,
                    high_held = excluded.high_held,
                    high_read_up_to = excluded.high_read_up_to,
                    latest_at = excluded.latest_at
            ), stored_message AS (
                INSERT INTO message (conversation_id, place, id, sender_id, receiver_id, content, sent_at, visible_at)
                SELECT *
                FROM unnest(:conversation, :place, :message, :sender, :receiver, :content, :sentAt, :visibleAt)
            )
            INSERT INTO activity_outbox (type, actor_id, subject_id, at, address, user_agent, session_id, details)
            SELECT type, actor_id, subject_id, at, address, user_agent, session_id, details::jsonb
            FROM unnest(:type, :actor, :subject, :at, :address, :userAgent, :session, :details)
                AS activity (type, actor_id, subject_id, at, address, user_agent, session_id, details)
            """;

    private SendingStore() {}

    static void store(Handle transaction, List<Sent> sent) {
        Update update = transaction.createUpdate(STORE);
        bindConversations(update, lastOfEach(sent));
        bindMessages(update, sent.stream().map(Sent::message).toList());
        ActivityColumns.bind(
                update,
                sent.stream()
                        .map(one -> Activity.sending(one.message(), one.origin()))
                        .toList());
        update.execute();
    }

    private static Collection<Conversation> lastOfEach(List<Sent> sent) {
        Map<ConversationId, Conversation> last = new LinkedHashMap<>();
        sent.forEach(one -> last.put(one.conversation().id(), one.conversation()));
        return last.values();
    }

    private static void bindConversations(Update update, Collection<Conversation> rows) {
        update.bind("id", Column.bigint(rows, row -> row.id().value()))
                .bind(
                        "low",
                        Column.bigint(rows, row -> row.participants().lower().value()))
                .bind(
                        "high",
                        Column.bigint(rows, row -> row.participants().higher().value()))
                .bind("lastPlace", Column.bigint(rows, Conversation::lastPlace))
                .bind("lowUnread", Column.bigint(rows, row -> row.lower().unread()))
                .bind("lowHeld", Column.bigint(rows, row -> row.lower().held()))
                .bind("lowReadUpTo", Column.bigint(rows, row -> row.lower().readUpTo()))
                .bind("highUnread", Column.bigint(rows, row -> row.higher().unread()))
                .bind("highHeld", Column.bigint(rows, row -> row.higher().held()))
                .bind("highReadUpTo", Column.bigint(rows, row -> row.higher().readUpTo()))
                .bind("latestAt", Column.time(rows, Conversation::latestAt));
    }

    private static void bindMessages(Update update, Collection<Message> rows) {
        update.bind(
                        "conversation",
                        Column.bigint(rows, row -> row.conversation().value()))
                .bind("place", Column.bigint(rows, row -> row.place().value()))
                .bind("message", Column.bigint(rows, row -> row.id().value()))
                .bind("sender", Column.bigint(rows, row -> row.sender().value()))
                .bind("receiver", Column.bigint(rows, row -> row.receiver().value()))
                .bind("content", Column.text(rows, row -> row.content().value()))
                .bind("sentAt", Column.time(rows, Message::sentAt))
                .bind("visibleAt", Column.optionalTime(rows, Message::visibleAt));
    }
}
