package dev.parley.application.port.out.conversation;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** The heads of conversations. A conversation begins with its first message ({@link MessageSending}). */
public interface Conversations {

    /** Most conversations that one {@link #listOf} returns. */
    int MAX_PAGE = 200;

    Optional<Conversation> find(Participants participants);

    /**
     * The conversations in which {@code user} is one of the two, in the order of their ids, after {@code after}.
     *
     * @param after empty for the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<Conversation> listOf(UserId user, Optional<ConversationId> after, int limit);

    /**
     * Stores the counts and the time of a conversation that {@link #find} gave in the same unit of work, under the
     * {@link dev.parley.application.port.out.user.UserLocks} of both.
     *
     * @throws IllegalArgumentException if there is no conversation of this id and pair
     */
    void store(Conversation conversation);
}
