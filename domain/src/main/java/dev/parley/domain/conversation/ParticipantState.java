package dev.parley.domain.conversation;

/**
 * What a conversation keeps for one of its two.
 *
 * @param received what they got
 * @param shown the newest message that they see, sent or received
 */
public record ParticipantState(ReceiverState received, Shown shown) {

    /** Nothing has happened for them yet. */
    public static final ParticipantState NEW = new ParticipantState(ReceiverState.NEW, Shown.NOTHING);

    ParticipantState with(ReceiverState state) {
        return new ParticipantState(state, shown);
    }

    ParticipantState showing(Shown message) {
        return new ParticipantState(received, shown.orLater(message));
    }
}
