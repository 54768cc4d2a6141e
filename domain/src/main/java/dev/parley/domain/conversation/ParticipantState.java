package dev.parley.domain.conversation;

/**
 * The state of one participant of a conversation.
 *
 * @param received counts of the messages to them
 * @param shown the newest message that they see, sent or received
 */
public record ParticipantState(ReceiverState received, NewestVisible shown) {

    /** Before the first message. */
    public static final ParticipantState NEW = new ParticipantState(ReceiverState.NEW, NewestVisible.NOTHING);

    ParticipantState with(ReceiverState state) {
        return new ParticipantState(state, shown);
    }

    ParticipantState showing(NewestVisible message) {
        return new ParticipantState(received, shown.orLater(message));
    }
}
