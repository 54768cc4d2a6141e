package dev.parley.adapters.persistence.receipt;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import org.jdbi.v3.core.result.RowView;

/** A row of {@code read_receipt} as the domain sees it. */
public final class ReceiptRows {

    private ReceiptRows() {}

    public static ReadReceipt receipt(RowView row) {
        return new ReadReceipt(
                row.getColumn("conversation_id", ConversationId.class),
                row.getColumn("reader_id", UserId.class),
                row.getColumn("up_to_place", Place.class),
                row.getColumn("read_at", Instant.class));
    }
}
