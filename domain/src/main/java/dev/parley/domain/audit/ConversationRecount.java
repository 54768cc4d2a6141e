package dev.parley.domain.audit;

import dev.parley.domain.audit.ParticipantRecount.Counts;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.user.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Recounts a conversation from its messages and read receipts and compares the result with the stored counts.
 *
 * @param findings the inconsistencies found so far in messages and read receipts
 */
public record ConversationRecount(
        Conversation kept,
        long lastPlace,
        ParticipantRecount lower,
        ParticipantRecount higher,
        List<Inconsistency> findings) {

    public ConversationRecount {
        findings = List.copyOf(findings);
    }

    /** @param receipts every read receipt of the conversation, in any order */
    public static ConversationRecount begin(Conversation kept, List<ReadReceipt> receipts) {
        UserId low = kept.participants().lower();
        UserId high = kept.participants().higher();
        List<Inconsistency> findings = new ArrayList<>(outOfOrder(low, receipts, kept));
        if (!low.equals(high)) {
            findings.addAll(outOfOrder(high, receipts, kept));
        }
        return new ConversationRecount(
                kept,
                0,
                ParticipantRecount.begin(low, last(low, receipts)),
                ParticipantRecount.begin(high, low.equals(high) ? Optional.empty() : last(high, receipts)),
                findings);
    }

    private static List<ReadReceipt> of(UserId reader, List<ReadReceipt> receipts) {
        return receipts.stream()
                .filter(reading -> reading.reader().equals(reader))
                .sorted(Comparator.comparing(ReadReceipt::readAt))
                .toList();
    }

    private static Optional<ReadReceipt> last(UserId reader, List<ReadReceipt> receipts) {
        return of(reader, receipts).stream().reduce((earlier, later) -> later);
    }

    private static List<Inconsistency> outOfOrder(UserId reader, List<ReadReceipt> receipts, Conversation kept) {
        List<Long> places = of(reader, receipts).stream()
                .map(reading -> reading.upTo().value())
                .toList();
        List<Long> ascending = places.stream().sorted().distinct().toList();
        String where = where(kept) + ", read receipts of user " + reader.value();
        return places.equals(ascending) ? List.of() : List.of(new Inconsistency(where, places.toString(), "ascending"));
    }

    /** @param message the next message in the order of places */
    public ConversationRecount with(MessageOutline message) {
        long next = lastPlace + 1;
        List<Inconsistency> all = new ArrayList<>(findings);
        if (message.place().value() != next) {
            all.add(new Inconsistency(
                    where(kept) + ", place", Long.toString(message.place().value()), Long.toString(next)));
        }
        return new ConversationRecount(
                kept,
                message.place().value(),
                lower.with(message),
                kept.participants().areOne() ? higher : higher.with(message),
                all);
    }

    /** All inconsistencies; call it after the last message. */
    public List<Inconsistency> result() {
        List<Inconsistency> all = new ArrayList<>(findings);
        compare("last place", kept.lastPlace(), lastPlace).ifPresent(all::add);
        compare("state of the lower user", Counts.of(kept.lower()), lower.counts())
                .ifPresent(all::add);
        compare("state of the higher user", Counts.of(kept.higher()), higher.counts())
                .ifPresent(all::add);
        return List.copyOf(all);
    }

    private Optional<Inconsistency> compare(String what, Object before, Object now) {
        return before.equals(now)
                ? Optional.empty()
                : Optional.of(new Inconsistency(where(kept) + ", " + what, before.toString(), now.toString()));
    }

    private static String where(Conversation conversation) {
        return "conversation " + conversation.id().value();
    }
}
