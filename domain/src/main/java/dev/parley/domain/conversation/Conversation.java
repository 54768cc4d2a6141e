package dev.parley.domain.conversation;

import dev.parley.domain.conversation.Participants.Side;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The head of a conversation: what it must know to take the next message, reading or release without looking at the
 * messages it has.
 *
 * <p>Whatever happens in it gets a time of its own, later than all before: that is what "read after it became visible"
 * and "newest first" rest on when clocks stand still, jump, or differ between nodes.
 *
 * @param lastPlace place of the newest message, held or not; 0 before the first
 * @param lower counts of {@code participants.lower()}
 * @param higher counts of {@code participants.higher()}; unused in a conversation with oneself
 * @param latestAt time of the newest message, reading or release
 */
public record Conversation(
        ConversationId id,
        Participants participants,
        long lastPlace,
        ReceiverState lower,
        ReceiverState higher,
        Instant latestAt) {

    private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

    /** A conversation in which nothing has happened. */
    public static Conversation begin(ConversationId id, Participants participants) {
        return new Conversation(id, participants, 0, ReceiverState.NEW, ReceiverState.NEW, Instant.EPOCH);
    }

    /** How many messages both can see. */
    public long visibleCount() {
        return lastPlace - lower.held() - higher.held();
    }

    public boolean holdsNothing() {
        return lower.held() == 0 && higher.held() == 0;
    }

    /** The counts of one of the two. */
    public ReceiverState of(UserId receiver) {
        return switch (participants.sideOf(receiver)) {
            case LOWER -> lower;
            case HIGHER -> higher;
        };
    }

    /**
     * Takes the draft as the next message.
     *
     * @param id a fresh id for the message
     * @param blocked whether the receiver blocks the sender now: then the message is held
     */
    public Appended append(MessageId id, MessageDraft draft, boolean blocked) {
        Place place = new Place(lastPlace + 1);
        Instant at = after(draft.writtenAt());
        Message message = new Message(
                id,
                this.id,
                place,
                draft.sender(),
                draft.receiver(),
                draft.content(),
                at,
                blocked ? Optional.empty() : Optional.of(at));
        ReceiverState before = of(draft.receiver());
        ReceiverState after = blocked ? before.heldBack() : before.received();
        return new Appended(with(draft.receiver(), after, place.value(), at), message);
    }

    /** Reads everything the reader can see; empty if there is nothing that they have not read. */
    public Optional<Reading> read(UserId reader, Instant now) {
        ReceiverState state = of(reader);
        if (state.unread() == 0) {
            return Optional.empty();
        }
        Instant at = after(now);
        return Optional.of(
                new Reading(with(reader, state.readUpTo(lastPlace), lastPlace, at), new Place(lastPlace), at));
    }

    /** Lets the messages that are held back from the receiver through; empty if there are none. */
    public Optional<Release> release(UserId receiver, Instant now) {
        ReceiverState state = of(receiver);
        if (state.held() == 0) {
            return Optional.empty();
        }
        Instant at = after(now);
        return Optional.of(new Release(with(receiver, state.released(), lastPlace, at), state.held(), at));
    }

    private Instant after(Instant now) {
        Instant micros = now.truncatedTo(ChronoUnit.MICROS);
        Instant next = latestAt.plus(TICK);
        return micros.isBefore(next) ? next : micros;
    }

    private Conversation with(UserId receiver, ReceiverState state, long newLastPlace, Instant at) {
        boolean isLower = participants.sideOf(receiver) == Side.LOWER;
        return new Conversation(id, participants, newLastPlace, isLower ? state : lower, isLower ? higher : state, at);
    }

    /** The conversation after it took a message, and the message. */
    public record Appended(Conversation conversation, Message message) {}

    /** The conversation after a reading that covers all that is visible up to {@code upTo}. */
    public record Reading(Conversation conversation, Place upTo, Instant readAt) {}

    /** The conversation after {@code count} held messages became visible at {@code visibleAt}. */
    public record Release(Conversation conversation, long count, Instant visibleAt) {}
}
