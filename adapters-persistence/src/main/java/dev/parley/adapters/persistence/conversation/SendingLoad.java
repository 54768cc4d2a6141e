package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.conversation.SendingBatch.Loaded;
import dev.parley.adapters.persistence.shared.Column;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.MessageId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** Loads what the decisions about drafts need, in one statement that begins after their users are locked. */
final class SendingLoad {

    private static final String LOAD = """
            SELECT draft.number, nextval('message_id') AS message_id,
                EXISTS (
                    SELECT FROM block WHERE blocker_id = draft.receiver_id AND blocked_id = draft.sender_id
                ) AS blocked,
                conversation.id IS NULL AS is_new, coalesce(conversation.id, nextval('conversation_id')) AS id,
                low_id, high_id, last_place, low_unread, low_held, low_read_up_to,
                high_unread, high_held, high_read_up_to, latest_at
            FROM unnest(:senders, :receivers) WITH ORDINALITY AS draft (sender_id, receiver_id, number)
            LEFT JOIN conversation
                ON low_id = least(draft.sender_id, draft.receiver_id)
                AND high_id = greatest(draft.sender_id, draft.receiver_id)
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
                .map((RowView row) -> loaded(drafts.get(row.getColumn("number", Integer.class) - 1), row))
                .list();
    }

    private static Loaded loaded(MessageDraft draft, RowView row) {
        return new Loaded(
                draft,
                row.getColumn("is_new", Boolean.class) ? begun(draft, row) : ConversationRows.conversation(row),
                row.getColumn("blocked", Boolean.class),
                row.getColumn("message_id", MessageId.class));
    }

    private static Conversation begun(MessageDraft draft, RowView row) {
        return Conversation.begin(row.getColumn("id", ConversationId.class), draft.participants());
    }
}
