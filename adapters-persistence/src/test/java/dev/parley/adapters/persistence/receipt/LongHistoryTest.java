package dev.parley.adapters.persistence.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.WithStores;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.user.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page loads at most one read receipt for each message, however often the user has read. */
final class LongHistoryTest extends WithStores {

    private static final int READINGS = 5000;

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    protected Stores openStores() {
        return JdbiStores.over(POSTGRES.emptied());
    }

    @Test
    void releasedMessageListsOnlyTheReceiptThatCoversIt() {
        UserId anna = registered("anna");
        UserId bo = registered("bo");
        block(bo, anna);
        send(anna, bo, "held");
        unblock(bo, anna, NOW.plusMillis(READINGS / 2));
        Message released = visible(anna, bo).getFirst();
        readEveryMillisecondAfter(released, bo);

        List<ReadReceipt> listed = stores.receipts().listCovering(released.conversation(), List.of(released));

        assertThat(listed)
                .containsExactly(new ReadReceipt(
                        released.conversation(),
                        bo,
                        released.place(),
                        released.visibleAt().orElseThrow()));
    }

    @Test
    void pageListsAtMostOneReceiptForEachMessage() {
        UserId anna = registered("anna");
        UserId bo = registered("bo");
        Message first = send(anna, bo, "first");
        Message second = send(anna, bo, "second");
        readEveryMillisecondAfter(second, bo);

        List<ReadReceipt> listed = stores.receipts().listCovering(first.conversation(), List.of(second, first));

        assertThat(listed)
                .containsExactly(new ReadReceipt(first.conversation(), bo, second.place(), NOW.plusMillis(1)));
    }

    private static void readEveryMillisecondAfter(Message newest, UserId reader) {
        POSTGRES.stateAsOwner()
                .useHandle(handle -> handle.createUpdate("""
                        INSERT INTO read_receipt (conversation_id, reader_id, up_to_place, read_at)
                        SELECT :conversation, :reader, :place, :now::timestamptz + i * interval '1 ms'
                        FROM generate_series(1, :count) AS i
                        """)
                        .bind("conversation", newest.conversation().value())
                        .bind("reader", reader.value())
                        .bind("place", newest.place().value())
                        .bind("now", NOW.toString())
                        .bind("count", READINGS)
                        .execute());
    }
}
