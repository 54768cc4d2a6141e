package dev.parley.adapters.persistence.receipt;

import dev.parley.adapters.persistence.shared.Column;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.receipt.ReadReceipts;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.receipt.ReadReceipt;
import java.util.Collection;
import java.util.List;

/** Read receipts in PostgreSQL. */
public final class JdbiReadReceipts implements ReadReceipts {

    private static final String ADD = """
            INSERT INTO read_receipt ({columns})
            VALUES (:conversation, :reader, :upTo, :readAt)
            """.replace("{columns}", ReceiptRows.COLUMNS);

    /**
     * For each span of places: the receipts that end in it, and the first that ends after it. So the number of rows depends on
     * the messages and not on the length of the history. A released message became visible later than its neighbours, so it
     * needs its own lookup.
     */
    private static final String LIST_COVERING = """
            SELECT receipt.*
            FROM unnest(:readers, :lowest, :highest) AS span (reader_id, lowest, highest)
            CROSS JOIN LATERAL (
                (
                    SELECT {columns}
                    FROM read_receipt
                    WHERE conversation_id = :conversation
                        AND reader_id = span.reader_id
                        AND up_to_place >= span.lowest
                        AND up_to_place < span.highest
                )
                UNION ALL
                (
                    SELECT {columns}
                    FROM read_receipt
                    WHERE conversation_id = :conversation
                        AND reader_id = span.reader_id
                        AND up_to_place >= span.highest
                    ORDER BY up_to_place, read_at
                    LIMIT 1
                )
            ) AS receipt
            UNION
            SELECT receipt.*
            FROM unnest(:receivers, :places, :visibleAts) AS released (receiver_id, place, visible_at)
            CROSS JOIN LATERAL (
                SELECT {columns}
                FROM read_receipt
                WHERE conversation_id = :conversation
                    AND reader_id = released.receiver_id
                    AND read_at >= released.visible_at
                    AND up_to_place >= released.place
                ORDER BY read_at
                LIMIT 1
            ) AS receipt
            """.replace("{columns}", ReceiptRows.COLUMNS);

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
        Collection<Span> spans = Span.of(messages);
        List<Message> released = messages.stream().filter(Message::isReleased).toList();
        return store.with(handle -> handle.createQuery(LIST_COVERING)
                .bind("conversation", conversation)
                .bind("readers", Column.bigint(spans, span -> span.reader().value()))
                .bind("lowest", Column.bigint(spans, Span::lowest))
                .bind("highest", Column.bigint(spans, Span::highest))
                .bind(
                        "receivers",
                        Column.bigint(released, message -> message.receiver().value()))
                .bind(
                        "places",
                        Column.bigint(released, message -> message.place().value()))
                .bind("visibleAts", Column.optionalTime(released, Message::visibleAt))
                .map(ReceiptRows.RECEIPTS)
                .list());
    }
}
