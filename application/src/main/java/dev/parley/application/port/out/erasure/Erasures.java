package dev.parley.application.port.out.erasure;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Unfinished erasures: the account is erased, but contents remain to be deleted or contacts to be notified. */
public interface Erasures {

    /** Maximum number of erasures that {@link #list} returns. */
    int MAX_PAGE = 100;

    /** Begins an erasure; does nothing if it has already begun. */
    void begin(UserId user, Instant at);

    /** Lists the erasures, oldest first, except those of the users in {@code passedOver}; at most {@value #MAX_PAGE}. */
    List<Erasure> list(Set<UserId> passedOver);

    Optional<Erasure> find(UserId user);

    /** Records that the user's conversations up to this one are done; does nothing if the erasure does not exist. */
    void advance(UserId user, ConversationId done);

    /** Records that the user's blockers up to this one were notified; does nothing if the erasure does not exist. */
    void told(UserId user, UserId blocker);

    /** Removes the erasure; does nothing if it does not exist. */
    void finish(UserId user);

    /**
     * The progress of one erasure.
     *
     * @param done the last conversation of the user that is done; empty before the first
     * @param told the last blocker of the user who was notified; empty before the first
     */
    record Erasure(UserId user, Optional<ConversationId> done, Optional<UserId> told) {

        /** An erasure at its start. */
        public static Erasure begun(UserId user) {
            return new Erasure(user, Optional.empty(), Optional.empty());
        }
    }
}
