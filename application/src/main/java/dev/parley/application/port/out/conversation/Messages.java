package dev.parley.application.port.out.conversation;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.HistorySlice;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/** The messages of every conversation, each at its place. */
public interface Messages {

    /** The visible messages of the slice, newest first; empty for an unknown conversation. */
    List<Message> listVisible(ConversationId conversation, HistorySlice slice);

    /**
     * Makes the held messages to {@code receiver} visible, at their old places, with their old times.
     *
     * @param visibleAt carries at most microseconds
     * @return how many there were
     */
    long release(ConversationId conversation, UserId receiver, Instant visibleAt);
}
