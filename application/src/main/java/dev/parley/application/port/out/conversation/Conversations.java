package dev.parley.application.port.out.conversation;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Participants;
import java.util.Optional;

/** The heads of conversations. A conversation begins with its first message ({@link MessageSending}). */
public interface Conversations {

    Optional<Conversation> find(Participants participants);

    /**
     * Stores the counts and the time of a conversation that {@link #find} gave in the same unit of work, under the
     * {@link dev.parley.application.port.out.user.UserLocks} of both.
     *
     * @throws IllegalArgumentException if there is no conversation of this id and pair
     */
    void store(Conversation conversation);
}
