package dev.parley.application.port.out.conversation;

import dev.parley.domain.conversation.Conversation.Span;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.HeldMessage;
import dev.parley.domain.conversation.HistoryPart;
import dev.parley.domain.conversation.HistorySlice;
import dev.parley.domain.conversation.HistoryWindow;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.conversation.Received;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The messages of every conversation, each at its place. */
public interface Messages {

    /** The visible messages of the slice, newest first; empty for an unknown conversation. */
    List<Message> listVisible(ConversationId conversation, HistorySlice slice);

    /**
     * The nearest messages of the window that {@link Message#isShownTo} the viewer, newest first, whichever way the window
     * opens, and as many as the bound has room for ({@link PageBound#cut}); none for an unknown conversation. It costs what
     * it returns and one message more, wherever in the history that is.
     */
    HistoryPart listShown(ConversationId conversation, UserId viewer, HistoryWindow window, PageBound bound);

    /** The message of this id, held or not; empty if there is none. */
    Optional<Message> find(MessageId id);

    /** The message at this place, held or not; empty if there is none. */
    Optional<Message> find(ConversationId conversation, long place);

    /** What the sender's key was used for last; empty if it never was, or that is forgotten. */
    Optional<Message> findSentWith(UserId sender, IdempotencyKey key);

    /** The messages at these places that are to the receiver, held or not; empty if there are none. */
    Optional<Received> findReceived(ConversationId conversation, UserId receiver, Span places);

    /** The held messages to the receiver, in the order of their places. */
    List<HeldMessage> listHeld(ConversationId conversation, UserId receiver);

    /**
     * Makes the held messages to {@code receiver} visible, at their old places, with their old times.
     *
     * @param visibleAt carries at most microseconds
     * @return how many there were
     */
    long release(ConversationId conversation, UserId receiver, Instant visibleAt);

    /** Forgets the idempotency keys that the sender has used. */
    void forgetKeys(UserId sender);

    /** Forgets the idempotency keys that were used before {@code before}, no more than some thousands; how many. */
    int forgetKeys(Instant before);

    /**
     * Takes away the contents of what {@code sender} wrote in the conversation, of no more than {@code limit} messages at a
     * time.
     *
     * @return how many it took; less than {@code limit} means that none is left
     */
    int eraseContents(ConversationId conversation, UserId sender, int limit);
}
