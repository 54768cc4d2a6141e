package dev.parley.domain.audit;

import dev.parley.domain.conversation.NewestVisible;
import dev.parley.domain.conversation.ParticipantState;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * The expected counts of one participant, computed message by message.
 *
 * @param lastReading the participant's latest read receipt, which also reaches furthest
 */
public record ParticipantRecount(UserId user, Optional<ReadReceipt> lastReading, Counts counts) {

    /** The numbers of a {@link ParticipantState} without its validation, because inconsistent data may violate it. */
    public record Counts(long unread, long held, long heldFrom, long readUpTo, NewestVisible shown) {

        static Counts of(ParticipantState state) {
            return new Counts(
                    state.received().unread(),
                    state.received().held(),
                    state.received().heldFrom(),
                    state.received().readUpTo(),
                    state.shown());
        }
    }

    static ParticipantRecount begin(UserId user, Optional<ReadReceipt> lastReading) {
        return new ParticipantRecount(user, lastReading, new Counts(0, 0, 0, 0, NewestVisible.NOTHING));
    }

    ParticipantRecount with(MessageOutline message) {
        Counts received = message.receiver().equals(user) ? received(message) : counts;
        return new ParticipantRecount(user, lastReading, shown(message) ? showing(received, message) : received);
    }

    private Counts received(MessageOutline message) {
        long place = message.place().value();
        boolean isHeld = message.visibleAt().isEmpty();
        boolean isRead = message.visibleAt()
                .filter(visibleAt -> isRead(message.place(), visibleAt))
                .isPresent();
        return new Counts(
                counts.unread() + (isRead || !shown(message) ? 0 : 1),
                counts.held() + (isHeld ? 1 : 0),
                isHeld && counts.held() == 0 ? place : counts.heldFrom(),
                isRead ? place : counts.readUpTo(),
                counts.shown());
    }

    private boolean isRead(Place place, Instant visibleAt) {
        return lastReading
                .filter(reading -> place.compareTo(reading.upTo()) <= 0)
                .filter(reading -> !reading.readAt().isBefore(visibleAt))
                .isPresent();
    }

    private boolean shown(MessageOutline message) {
        return message.sender().equals(user) || message.visibleAt().isPresent();
    }

    private static Counts showing(Counts counts, MessageOutline message) {
        NewestVisible shown = new NewestVisible(message.place().value(), message.sentAt());
        return new Counts(counts.unread(), counts.held(), counts.heldFrom(), counts.readUpTo(), shown);
    }
}
