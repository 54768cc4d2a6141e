package dev.parley.adapters.persistence.receipt;

import dev.parley.adapters.persistence.shared.Column;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.receipt.ReadReceipts;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.result.RowView;

/** Readings in PostgreSQL. */
public final class JdbiReadReceipts implements ReadReceipts {

    private static final String ADD = """
            INSERT INTO read_receipt (conversation_id, reader_id, up_to_place, read_at)
            VALUES (:conversation, :reader, :upTo, :readAt)
            """;

    /**
     * One step into the key for each message, and it stops at the first row: the first reading since a message became
     * visible reaches its place, because a reading covers all that there is.
     */
    static final String LIST_COVERING = """
            SELECT DISTINCT reading.conversation_id, reading.reader_id, reading.up_to_place, reading.read_at
            FROM unnest(:receivers, :places, :visibleAts) AS message (receiver_id, place, visible_at)
            CROSS JOIN LATERAL (
                SELECT conversation_id, reader_id, up_to_place, read_at
                FROM read_receipt
                WHERE conversation_id = :conversation
                    AND reader_id = message.receiver_id
                    AND read_at >= message.visible_at
                    AND up_to_place >= message.place
                ORDER BY read_at
                LIMIT 1
            ) AS reading
            """;

    private final StateStore store;

    public JdbiReadReceipts(StateStore store) {
        this.store = store;
    }

    @Override
    public void add(ReadReceipt receipt) {
        store.with(handle -> handle.createUpdate(ADD)
                .bind("conversation", receipt.conversation())
                .bind("reader", receipt.reader())
                .bind("upTo", receipt.upTo())
                .bind("readAt", receipt.readAt())
                .execute());
    }

    @Override
    public List<ReadReceipt> listCovering(ConversationId conversation, List<Message> messages) {
        return store.with(handle -> handle.createQuery(LIST_COVERING)
                .bind("conversation", conversation)
                .bind(
                        "receivers",
                        Column.bigint(messages, message -> message.receiver().value()))
                .bind(
                        "places",
                        Column.bigint(messages, message -> message.place().value()))
                .bind("visibleAts", Column.optionalTime(messages, Message::visibleAt))
                .map(JdbiReadReceipts::receipt)
                .list());
    }

    private static ReadReceipt receipt(RowView row) {
        return new ReadReceipt(
                row.getColumn("conversation_id", ConversationId.class),
                row.getColumn("reader_id", UserId.class),
                row.getColumn("up_to_place", Place.class),
                row.getColumn("read_at", Instant.class));
    }
}
