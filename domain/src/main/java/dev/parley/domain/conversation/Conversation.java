package dev.parley.domain.conversation;

import dev.parley.domain.conversation.Participants.Side;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The head of a conversation: what it must know to take the next message, reading or release without looking at the
 * messages it has.
 *
 * <p>Whatever happens in it gets a time of its own, later than all before: that is what "read after it became visible"
 * and "newest first" rest on when clocks stand still, jump, or differ between nodes.
 *
 * @param lastPlace place of the newest message, held or not; 0 before the first
 * @param lower state of {@code participants.lower()}
 * @param higher state of {@code participants.higher()}; unused in a conversation with oneself
 * @param latestAt time of the newest message, reading or release
 */
public record Conversation(
        ConversationId id,
        Participants participants,
        long lastPlace,
        ParticipantState lower,
        ParticipantState higher,
        Instant latestAt) {

    private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

    /** A conversation in which nothing has happened. */
    public static Conversation begin(ConversationId id, Participants participants) {
        return new Conversation(id, participants, 0, ParticipantState.NEW, ParticipantState.NEW, Instant.EPOCH);
    }

    /** How many messages both can see. */
    public long visibleCount() {
        return lastPlace - lower.received().held() - higher.received().held();
    }

    public boolean holdsNothing() {
        return lower.received().held() == 0 && higher.received().held() == 0;
    }

    /** What one of the two got. */
    public ReceiverState of(UserId receiver) {
        return stateOf(receiver).received();
    }

    /** The newest message that one of the two sees. */
    public Shown shownTo(UserId viewer) {
        return stateOf(viewer).shown();
    }

    /**
     * Takes the draft as the next message.
     *
     * @param id a fresh id for the message
     * @param blocked whether the receiver blocks the sender now: then the message is held
     * @throws IllegalStateException if it is not held and others before it to the same receiver are: lifting a block
     *     releases what it held
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
                Optional.of(draft.content()),
                at,
                blocked ? Optional.empty() : Optional.of(at));
        return new Appended(taken(message), message);
    }

    private Conversation taken(Message message) {
        Shown shown = new Shown(message.place().value(), message.sentAt());
        ParticipantState receiver = stateOf(message.receiver());
        ParticipantState after = message.isHeld()
                ? receiver.with(heldBack(receiver.received(), shown.place()))
                : receiver.with(receiver.received().received()).showing(shown);
        Conversation received = with(message.receiver(), after, shown.place(), message.sentAt());
        return received.with(
                message.sender(), received.stateOf(message.sender()).showing(shown), shown.place(), message.sentAt());
    }

    private ReceiverState heldBack(ReceiverState receiver, long place) {
        return participants.areOne() ? receiver.heldBackAndShown(place) : receiver.heldBack(place);
    }

    /**
     * The places that a reading up to {@code upTo} would newly cover; empty if it would cover none. The messages to the
     * reader among them are what {@link #read} must know of; if there are none, there is nothing to read.
     */
    public Optional<Span> unreadUpTo(UserId reader, Place upTo) {
        ReceiverState state = of(reader);
        long last = Math.min(upTo.value(), state.readableUpTo(lastPlace));
        long readable = participants.areOne() ? state.unread() - state.held() : state.unread();
        return readable > 0 && last > state.readUpTo()
                ? Optional.of(new Span(new Place(state.readUpTo() + 1), new Place(last)))
                : Optional.empty();
    }

    /**
     * Reads as far as the reader says that they have. Readings only go forward.
     *
     * <p>Each reaches the newest message <em>to</em> the reader that it covers. Both see that one, while what the reader
     * wrote after it may be held from the other, who would learn of it from a reading that named its place.
     *
     * @param places what {@link #unreadUpTo} gave
     * @param received all messages to the reader at these places
     * @throws IllegalArgumentException if {@link #unreadUpTo} does not give these places now, or {@code received} cannot be
     *     what is there
     */
    public Reading read(UserId reader, Span places, Received received, Instant now) {
        if (!unreadUpTo(reader, places.newest()).equals(Optional.of(places))) {
            throw new IllegalArgumentException("these are not the places that a reading would newly cover");
        }
        if (!places.include(received.newest())) {
            throw new IllegalArgumentException("what was received lies beside what is read");
        }
        Instant at = after(now);
        ParticipantState state = stateOf(reader);
        ParticipantState after = state.with(state.received().read(received));
        return new Reading(with(reader, after, lastPlace, at), received.newest(), at);
    }

    /**
     * Lets the messages that are held back from the receiver through; empty if there are none.
     *
     * @param heldBack every one of them, in the order of their places
     */
    public Optional<Release> release(UserId receiver, List<HeldMessage> heldBack, Instant now) {
        ParticipantState state = stateOf(receiver);
        if (heldBack.size() != state.received().held()) {
            throw new IllegalStateException("the conversation counted %d held messages and there are %d"
                    .formatted(state.received().held(), heldBack.size()));
        }
        if (heldBack.isEmpty()) {
            return Optional.empty();
        }
        HeldMessage newest = heldBack.getLast();
        ParticipantState after = state.with(released(state.received()))
                .showing(new Shown(newest.place().value(), newest.sentAt()));
        Instant at = after(now);
        return Optional.of(new Release(with(receiver, after, lastPlace, at), heldBack, at));
    }

    private ReceiverState released(ReceiverState receiver) {
        return participants.areOne() ? receiver.releasedAndShown() : receiver.released();
    }

    private Instant after(Instant now) {
        Instant micros = now.truncatedTo(ChronoUnit.MICROS);
        Instant next = latestAt.plus(TICK);
        return micros.isBefore(next) ? next : micros;
    }

    private ParticipantState stateOf(UserId user) {
        return switch (participants.sideOf(user)) {
            case LOWER -> lower;
            case HIGHER -> higher;
        };
    }

    private Conversation with(UserId user, ParticipantState state, long newLastPlace, Instant at) {
        boolean isLower = participants.sideOf(user) == Side.LOWER;
        return new Conversation(id, participants, newLastPlace, isLower ? state : lower, isLower ? higher : state, at);
    }

    /** Places from one to another, both included. */
    public record Span(Place oldest, Place newest) {

        public boolean include(Place place) {
            return oldest.compareTo(place) <= 0 && place.compareTo(newest) <= 0;
        }
    }

    /** The conversation after it took a message, and the message. */
    public record Appended(Conversation conversation, Message message) {}

    /**
     * The conversation after a reading that covers all that is visible up to {@code upTo}.
     *
     * @param upTo place of a message to the reader, which both are shown
     */
    public record Reading(Conversation conversation, Place upTo, Instant readAt) {}

    /**
     * The conversation after held messages became visible at {@code visibleAt}.
     *
     * @param released in the order of their places
     */
    public record Release(Conversation conversation, List<HeldMessage> released, Instant visibleAt) {

        public Release {
            released = List.copyOf(released);
        }
    }
}
