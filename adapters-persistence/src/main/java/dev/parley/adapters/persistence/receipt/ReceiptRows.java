package dev.parley.adapters.persistence.receipt;

import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.user.UserId;
import org.jdbi.v3.core.mapper.RowMapper;

/** The columns of {@code read_receipt}, and the mapper of its rows. */
public final class ReceiptRows {

    public static final String COLUMNS = "conversation_id, reader_id, up_to_place, read_at";

    public static final RowMapper<ReadReceipt> RECEIPTS = (row, context) -> new ReadReceipt(
            new ConversationId(row.getLong("conversation_id")),
            new UserId(row.getLong("reader_id")),
            new Place(row.getLong("up_to_place")),
            Rows.time(row, "read_at"));

    private ReceiptRows() {}
}
