package dev.parley.application.port.out.conversation;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** The heads of conversations. The first message creates a conversation ({@link MessageSending}). */
public interface Conversations {

    /** Maximum limit of {@link #listOf}. */
    int MAX_PAGE = 200;

    Optional<Conversation> find(Participants participants);

    /**
     * The conversations of {@code user}, in the order of their ids.
     *
     * @param after the last conversation of the previous page; empty for the first page
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<Conversation> listOf(UserId user, Optional<ConversationId> after, int limit);

    /**
     * Stores the counts and the time of a conversation. The caller loaded it with {@link #find} in the same unit of work, and
     * holds the {@link dev.parley.application.port.out.user.UserLocks} of both participants.
     *
     * @throws IllegalArgumentException if no conversation has this id and these participants
     */
    void store(Conversation conversation);
}
