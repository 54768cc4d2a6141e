package dev.parley.domain.receipt;

import dev.parley.domain.conversation.Message;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Computes when messages were first read, from the read receipts that may cover them. */
public record ReadTimes(List<ReadReceipt> receipts) {

    public ReadTimes {
        receipts = receipts.stream()
                .sorted(Comparator.comparing(ReadReceipt::readAt))
                .toList();
    }

    /** The time of the first receipt that covers the message; empty while it is unread. */
    public Optional<Instant> firstReadOf(Message message) {
        return receipts.stream()
                .filter(receipt -> receipt.covers(message))
                .map(ReadReceipt::readAt)
                .findFirst();
    }
}
