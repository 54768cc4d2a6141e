package dev.parley.application.port.out.erasure;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Erasures that have begun and are not finished: their users are gone, and some of what these wrote is not yet, or not
 * everybody knows of it. */
public interface Erasures {

    /** Most erasures that one {@link #list} returns. */
    int MAX_PAGE = 100;

    /** Begins one; twice is as good as once. */
    void begin(UserId user, Instant at);

    /** The oldest first, but for those of {@code passedOver}; no more than {@value #MAX_PAGE}. */
    List<Erasure> list(Set<UserId> passedOver);

    Optional<Erasure> find(UserId user);

    /** Writes down that all conversations of the user up to this one are done with; does nothing if there is no erasure. */
    void advance(UserId user, ConversationId done);

    /** Writes down that who blocks the user was told, up to this one; does nothing if there is no erasure. */
    void told(UserId user, UserId blocker);

    /** Does nothing if there is none. */
    void finish(UserId user);

    /**
     * @param done the conversations of the user up to this one are done with; empty before the first
     * @param told those who block the user have been told up to this one; empty before the first
     */
    record Erasure(UserId user, Optional<ConversationId> done, Optional<UserId> told) {

        /** One of which nothing is done yet. */
        public static Erasure begun(UserId user) {
            return new Erasure(user, Optional.empty(), Optional.empty());
        }
    }
}
