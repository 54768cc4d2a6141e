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

/** The messages of all conversations. */
public interface Messages {

    /** The visible messages of the slice, newest first; empty for an unknown conversation. */
    List<Message> listVisible(ConversationId conversation, HistorySlice slice);

    /**
     * The nearest messages of the window that the viewer sees ({@link Message#isShownTo}), as many as the bound allows
     * ({@link PageBound#cut}). They are ordered newest first, also for a window after a place.
     *
     * <p>Empty for an unknown conversation. Costs what it returns and one message more, wherever the window is.
     */
    HistoryPart listShown(ConversationId conversation, UserId viewer, HistoryWindow window, PageBound bound);

    /** The message with this id, held or visible. */
    Optional<Message> find(MessageId id);

    /** The message at this place, held or visible. */
    Optional<Message> find(ConversationId conversation, long place);

    /** The last message sent under the key; empty if the key was never used or is deleted. */
    Optional<Message> findSentWith(UserId sender, IdempotencyKey key);

    /** The messages to the receiver at these places, held or visible; empty if there are none. */
    Optional<Received> findReceived(ConversationId conversation, UserId receiver, Span places);

    /** The held messages to the receiver, in the order of their places. */
    List<HeldMessage> listHeld(ConversationId conversation, UserId receiver);

    /**
     * Makes the held messages to {@code receiver} visible. Their places and times stay.
     *
     * @param visibleAt in microseconds
     * @return how many became visible
     */
    long release(ConversationId conversation, UserId receiver, Instant visibleAt);

    /** Deletes all idempotency keys of the sender. */
    void forgetKeys(UserId sender);

    /**
     * Deletes idempotency keys that were last used before {@code before}, at most some thousands.
     *
     * @return how many
     */
    int forgetKeys(Instant before);

    /**
     * Deletes the contents of messages from {@code sender} in the conversation, of at most {@code limit} messages.
     *
     * @return how many; fewer than {@code limit} means that none is left
     */
    int eraseContents(ConversationId conversation, UserId sender, int limit);
}
