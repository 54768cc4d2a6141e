package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.shared.Column;
import dev.parley.adapters.persistence.shared.MessageRows;
import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.adapters.persistence.user.UserHeads;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.RequestFingerprint;
import dev.parley.domain.conversation.UsedKey;
import dev.parley.domain.sending.LoadedDraft;
import dev.parley.domain.user.UserHead;
import dev.parley.domain.user.UserId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Locks the users of a batch, and loads what {@link LoadedDraft} names, in one round trip. */
final class SendBatchReader {

    private static final String LOAD = """
            SELECT draft.number, nextval('message_id') AS fresh_id,
                block.blocker_id IS NOT NULL AS blocked,
                conversation.id IS NULL AS is_new, coalesce(conversation.id, nextval('conversation_id')) AS id,
                {conversation}, fingerprint, used_at, {message}
            FROM unnest(:senders, :receivers, :keys) WITH ORDINALITY AS draft (sender_id, receiver_id, key, number)
            LEFT JOIN conversation
                ON low_id = least(draft.sender_id, draft.receiver_id)
                AND high_id = greatest(draft.sender_id, draft.receiver_id)
            LEFT JOIN block
                ON blocker_id = draft.receiver_id
                AND blocked_id = draft.sender_id
            LEFT JOIN message_key
                ON message_key.sender_id = draft.sender_id
                AND message_key.key = draft.key
            LEFT JOIN message
                ON message.conversation_id = message_key.conversation_id
                AND message.place = message_key.place
            ORDER BY draft.number
            """.replace("{conversation}", ConversationRows.COLUMNS_WITHOUT_ID)
            .replace("{message}", MessageRows.JOINED_COLUMNS);

    private static final String LOCK_AND_LOAD = UserHeads.LOCK + ";\n" + LOAD;

    private static final String LOCK_FREE_AND_LOAD = UserHeads.LOCK_FREE + ";\n" + LOAD;

    private SendBatchReader() {}

    /** Locks as {@link UserHeads#lock}, then loads. */
    static LockedBatch lock(Handle transaction, Set<UserId> users, List<MessageDraft> drafts) {
        return load(transaction, LOCK_AND_LOAD, users, drafts);
    }

    /**
     * Locks as {@link UserHeads#lockFree}, then loads for all drafts. What was loaded for a draft whose users are not locked
     * may be outdated.
     */
    static LockedBatch lockFree(Handle transaction, Set<UserId> users, List<MessageDraft> drafts) {
        return load(transaction, LOCK_FREE_AND_LOAD, users, drafts);
    }

    /** The second statement begins after the first has ended: its snapshot is newer than the locks. */
    private static LockedBatch load(Handle transaction, String sql, Set<UserId> users, List<MessageDraft> drafts) {
        RowMapper<LoadedDraft> loaded = (row, context) -> loaded(drafts.get(row.getInt("number") - 1), row);
        return UserHeads.bind(transaction.createQuery(sql), users)
                .bind("senders", Column.bigint(drafts, draft -> draft.sender().value()))
                .bind(
                        "receivers",
                        Column.bigint(drafts, draft -> draft.receiver().value()))
                .bind("keys", Column.optionalText(drafts, draft -> draft.key().map(IdempotencyKey::value)))
                .execute((statement, context) -> {
                    try (context) {
                        PreparedStatement run = statement.get();
                        List<UserHead> heads = rows(run, UserHeads.HEADS, context);
                        requireMore(run);
                        return new LockedBatch(UserHeads.byUser(heads), rows(run, loaded, context));
                    }
                });
    }

    private static void requireMore(PreparedStatement run) throws SQLException {
        if (!run.getMoreResults()) {
            throw new IllegalStateException("expected the results of two statements, found one");
        }
    }

    private static <T> List<T> rows(PreparedStatement run, RowMapper<T> mapper, StatementContext context)
            throws SQLException {
        List<T> all = new ArrayList<>();
        try (ResultSet rows = run.getResultSet()) {
            while (rows.next()) {
                all.add(mapper.map(rows, context));
            }
        }
        return all;
    }

    private static LoadedDraft loaded(MessageDraft draft, ResultSet row) throws SQLException {
        boolean isNew = row.getBoolean("is_new");
        return new LoadedDraft(
                draft,
                isNew,
                isNew ? begun(draft, row) : ConversationRows.conversation(row),
                row.getBoolean("blocked"),
                new MessageId(row.getLong("fresh_id")),
                usedKey(row));
    }

    private static Optional<UsedKey> usedKey(ResultSet row) throws SQLException {
        Optional<Message> message = MessageRows.findJoined(row);
        return message.isEmpty()
                ? Optional.empty()
                : Optional.of(new UsedKey(
                        new RequestFingerprint(Rows.hex(row, "fingerprint")),
                        message.get(),
                        Rows.time(row, "used_at")));
    }

    private static Conversation begun(MessageDraft draft, ResultSet row) throws SQLException {
        return Conversation.begin(new ConversationId(row.getLong("id")), draft.participants());
    }

    /**
     * @param users those that exist and are locked now
     * @param drafts all of them, in their order
     */
    record LockedBatch(Map<UserId, UserHead> users, List<LoadedDraft> drafts) {}
}
