package dev.parley.domain.conversation;

import dev.parley.domain.conversation.Participants.Side;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The head of a conversation: the state that the next message, reading or release needs. None of them loads the messages
 * that are already stored.
 *
 * <p>Each message, reading and release gets a time later than all before it. So "newest first" and "read after it became
 * visible" hold also when clocks stand still, jump, or differ between nodes.
 *
 * @param lastPlace place of the newest message, held or visible; 0 before the first
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

    /** A conversation without messages. */
    public static Conversation begin(ConversationId id, Participants participants) {
        return new Conversation(id, participants, 0, ParticipantState.NEW, ParticipantState.NEW, Instant.EPOCH);
    }

    /** The number of messages that both participants see. */
    public long visibleCount() {
        return lastPlace - lower.received().held() - higher.received().held();
    }

    public boolean holdsNothing() {
        return lower.received().held() == 0 && higher.received().held() == 0;
    }

    public ReceiverState of(UserId receiver) {
        return stateOf(receiver).received();
    }

    /** The newest message that the viewer sees. */
    public NewestVisible newestVisibleTo(UserId viewer) {
        return stateOf(viewer).shown();
    }

    /**
     * Appends the draft as the next message.
     *
     * @param id an unused id for the message
     * @param isHeld whether its receiver must not see it yet
     * @throws IllegalStateException if the message is visible and earlier ones to the same receiver are still held. The end
     *     of a block releases all messages that it held
     */
    public Appended append(MessageId id, MessageDraft draft, boolean isHeld) {
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
                isHeld ? Optional.empty() : Optional.of(at));
        return new Appended(withNewest(message), message);
    }

    private Conversation withNewest(Message message) {
        NewestVisible shown = new NewestVisible(message.place().value(), message.sentAt());
        ParticipantState receiver = stateOf(message.receiver());
        ParticipantState after = message.isHeld()
                ? receiver.with(holding(receiver.received(), shown.place()))
                : receiver.with(receiver.received().receiving()).showing(shown);
        Conversation received = with(message.receiver(), after, shown.place(), message.sentAt());
        return received.with(
                message.sender(), received.stateOf(message.sender()).showing(shown), shown.place(), message.sentAt());
    }

    /** A held note to oneself stays visible to its author. */
    private ReceiverState holding(ReceiverState receiver, long place) {
        return participants.areOne() ? receiver.holdingNoteToSelf(place) : receiver.holding(place);
    }

    /**
     * The places that a reading up to {@code upTo} newly covers; empty if it covers none. {@link #read} needs the messages to
     * the reader at these places. Without such messages there is nothing to read.
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
     * Reads all messages to the reader at these places. Readings only move forward.
     *
     * <p>A reading ends at the newest message <em>to</em> the reader that it covers: both participants see that one. A
     * later message <em>from</em> the reader may be held, and a reading that named its place would reveal it.
     *
     * @param places as {@link #unreadUpTo} returned them
     * @param received all messages to the reader at these places
     * @throws IllegalArgumentException if {@link #unreadUpTo} does not return these places now, or if {@code received} lies
     *     outside of them
     */
    public ReadResult read(UserId reader, Span places, Received received, Instant now) {
        if (!unreadUpTo(reader, places.newest()).equals(Optional.of(places))) {
            throw new IllegalArgumentException("the places do not match those that a reading newly covers now");
        }
        if (!places.include(received.newest())) {
            throw new IllegalArgumentException("expected the newest received message within the places that are read");
        }
        Instant at = after(now);
        ParticipantState state = stateOf(reader);
        ParticipantState after = state.with(state.received().reading(received));
        return new ReadResult(with(reader, after, lastPlace, at), received.newest(), at);
    }

    /**
     * Makes the messages that are held from the receiver visible; empty if there are none.
     *
     * @param held all of them, in the order of their places
     */
    public Optional<Release> release(UserId receiver, List<HeldMessage> held, Instant now) {
        ParticipantState state = stateOf(receiver);
        if (held.size() != state.received().held()) {
            throw new IllegalStateException("expected %d held messages, found %d"
                    .formatted(state.received().held(), held.size()));
        }
        if (held.isEmpty()) {
            return Optional.empty();
        }
        HeldMessage newest = held.getLast();
        ParticipantState after = state.with(released(state.received()))
                .showing(new NewestVisible(newest.place().value(), newest.sentAt()));
        Instant at = after(now);
        return Optional.of(new Release(with(receiver, after, lastPlace, at), held, at));
    }

    private ReceiverState released(ReceiverState receiver) {
        return participants.areOne() ? receiver.releasingNotesToSelf() : receiver.releasing();
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

    /** The places from one to another, both included. */
    public record Span(Place oldest, Place newest) {

        public boolean include(Place place) {
            return oldest.compareTo(place) <= 0 && place.compareTo(newest) <= 0;
        }
    }

    /** The appended message, and the conversation after it. */
    public record Appended(Conversation conversation, Message message) {}

    /**
     * The conversation after a reading of everything visible up to {@code upTo}.
     *
     * @param upTo place of a message to the reader, which both participants see
     */
    public record ReadResult(Conversation conversation, Place upTo, Instant readAt) {}

    /**
     * The conversation after its held messages became visible at {@code visibleAt}.
     *
     * @param released in the order of their places
     */
    public record Release(Conversation conversation, List<HeldMessage> released, Instant visibleAt) {

        public Release {
            released = List.copyOf(released);
        }
    }
}
