package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.shared.Column;
import dev.parley.adapters.persistence.shared.MessageRows;
import dev.parley.adapters.persistence.shared.Row;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.RequestFingerprint;
import dev.parley.domain.conversation.UsedKey;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Loads what the decisions about drafts need, in one statement that begins after their users are locked. */
final class SendingLoad {

    private static final String LOAD = """
            SELECT draft.number, nextval('message_id') AS fresh_id,
                EXISTS (
                    SELECT FROM block WHERE blocker_id = draft.receiver_id AND blocked_id = draft.sender_id
                ) AS blocked,
                conversation.id IS NULL AS is_new, coalesce(conversation.id, nextval('conversation_id')) AS id,
                low_id, high_id, last_place, latest_at,
                low_unread, low_held, low_held_from, low_read_up_to, low_shown_place, low_shown_at,
                high_unread, high_held, high_held_from, high_read_up_to, high_shown_place, high_shown_at,
                fingerprint, used_at,
                message.id AS message_id, message.conversation_id AS message_conversation_id,
                message.place AS message_place, message.sender_id AS message_sender_id,
                message.receiver_id AS message_receiver_id, message.content AS message_content,
                message.sent_at AS message_sent_at, message.visible_at AS message_visible_at
            FROM unnest(:senders, :receivers, :keys) WITH ORDINALITY AS draft (sender_id, receiver_id, key, number)
            LEFT JOIN conversation
                ON low_id = least(draft.sender_id, draft.receiver_id)
                AND high_id = greatest(draft.sender_id, draft.receiver_id)
            LEFT JOIN message_key
                ON message_key.sender_id = draft.sender_id
                AND message_key.key = draft.key
            LEFT JOIN message
                ON message.conversation_id = message_key.conversation_id
                AND message.place = message_key.place
            ORDER BY draft.number
            """;

    private SendingLoad() {}

    static List<Loaded> load(Handle transaction, List<MessageDraft> drafts) {
        return transaction
                .createQuery(LOAD)
                .bind("senders", Column.bigint(drafts, draft -> draft.sender().value()))
                .bind(
                        "receivers",
                        Column.bigint(drafts, draft -> draft.receiver().value()))
                .bind("keys", Column.optionalText(drafts, draft -> draft.key().map(IdempotencyKey::value)))
                .map(Row.mapper(row -> loaded(drafts.get(Math.toIntExact(row.bigint("number") - 1)), row)))
                .list();
    }

    private static Loaded loaded(MessageDraft draft, Row row) {
        return new Loaded(
                draft,
                row.bool("is_new") ? begun(draft, row) : ConversationRows.conversation(row),
                row.bool("blocked"),
                new MessageId(row.bigint("fresh_id")),
                MessageRows.message(row, "message_")
                        .map(message -> new UsedKey(
                                new RequestFingerprint(row.hex("fingerprint")), message, row.time("used_at"))));
    }

    private static Conversation begun(MessageDraft draft, Row row) {
        return Conversation.begin(new ConversationId(row.bigint("id")), draft.participants());
    }

    /**
     * What a decision needs.
     *
     * @param conversation as it is stored, or begun with a fresh id
     * @param blocked whether the receiver blocks the sender
     * @param freshId for the message, if there will be one
     * @param usedKey what the draft's key was used for
     */
    record Loaded(
            MessageDraft draft,
            Conversation conversation,
            boolean blocked,
            MessageId freshId,
            Optional<UsedKey> usedKey) {}
}
