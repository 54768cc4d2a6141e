package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.activity.ActivityColumns;
import dev.parley.adapters.persistence.event.EventColumns;
import dev.parley.adapters.persistence.shared.Column;
import dev.parley.adapters.persistence.shared.Commit;
import dev.parley.adapters.persistence.shared.MessageRows;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.SenderKey;
import dev.parley.domain.conversation.UsedKey;
import dev.parley.domain.sending.SendPlan;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Stores a {@link SendPlan} and commits, in one round trip. An error in the first statement prevents the commit. Either way
 * the transaction of the caller has ended.
 */
final class SendBatchWriter {

    private static final String STORE = """
            WITH kept AS (
                SELECT *
                FROM unnest({conversations}, :begun) AS kept ({conversation columns}, begun)
            ), begun_conversation AS (
                INSERT INTO conversation ({conversation columns})
                SELECT {conversation columns}
                FROM kept
                WHERE begun
            ), changed_conversation AS (
                UPDATE conversation
                SET {changes}
                FROM kept
                WHERE NOT begun
                    AND conversation.id = kept.id
            ), stored_message AS (
                INSERT INTO message ({message columns})
                SELECT *
                FROM unnest(:conversation, :place, :message, :sender, :receiver, :content, :sentAt, :visibleAt)
            ), stored_key AS (
                INSERT INTO message_key (sender_id, key, fingerprint, conversation_id, place, used_at)
                SELECT *
                FROM unnest(:keySender, :key, :fingerprint, :keyConversation, :keyPlace, :usedAt)
                ON CONFLICT (sender_id, key) DO UPDATE
                SET fingerprint = excluded.fingerprint,
                    conversation_id = excluded.conversation_id,
                    place = excluded.place,
                    used_at = excluded.used_at
            ), stored_event AS (
                {insert events}
            ), moved_head AS (
                {move heads}
            )
            {insert activities};
            COMMIT
            """.replace("{conversation columns}", ConversationRows.COLUMNS)
            .replace("{conversations}", ConversationRows.PARAMETERS)
            .replace("{changes}", ConversationRows.CHANGES)
            .replace("{message columns}", MessageRows.COLUMNS)
            .replace("{insert activities}", ActivityColumns.INSERT_INTO_OUTBOX)
            .replace("{insert events}", EventColumns.INSERT_EVENTS)
            .replace("{move heads}", EventColumns.MOVE_HEADS);

    private SendBatchWriter() {}

    static void storeAndCommit(Handle transaction, SendPlan plan) {
        Update update = transaction.createUpdate(STORE);
        ConversationRows.bind(update, plan.conversations());
        update.bind("begun", Column.bool(plan.conversations(), plan::isNew));
        bindMessages(update, plan.messages());
        bindKeys(update, plan.keys().entrySet());
        EventColumns.bind(update, plan.events());
        ActivityColumns.bind(update, plan.activities());
        Commit.with(update);
    }

    private static void bindMessages(Update update, Collection<Message> rows) {
        update.bind(
                        "conversation",
                        Column.bigint(rows, row -> row.conversation().value()))
                .bind("place", Column.bigint(rows, row -> row.place().value()))
                .bind("message", Column.bigint(rows, row -> row.id().value()))
                .bind("sender", Column.bigint(rows, row -> row.sender().value()))
                .bind("receiver", Column.bigint(rows, row -> row.receiver().value()))
                .bind("content", Column.text(rows, MessageRows::content))
                .bind("sentAt", Column.time(rows, Message::sentAt))
                .bind("visibleAt", Column.optionalTime(rows, Message::visibleAt));
    }

    private static void bindKeys(Update update, Collection<Map.Entry<SenderKey, UsedKey>> rows) {
        update.bind(
                        "keySender",
                        Column.bigint(rows, row -> row.getKey().sender().value()))
                .bind("key", Column.text(rows, row -> row.getKey().key().value()))
                .bind(
                        "fingerprint",
                        Column.bytes(rows, row -> row.getValue().fingerprint().hex()))
                .bind(
                        "keyConversation",
                        Column.bigint(
                                rows,
                                row -> row.getValue().message().conversation().value()))
                .bind(
                        "keyPlace",
                        Column.bigint(
                                rows, row -> row.getValue().message().place().value()))
                .bind("usedAt", Column.time(rows, row -> row.getValue().usedAt()));
    }
}
