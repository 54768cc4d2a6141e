package dev.parley.application.port.out.erasure;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Erasures that have begun and are not finished: their users are gone, and some of what these wrote is not yet. */
public interface Erasures {

    /** Most erasures that one {@link #list} returns. */
    int MAX_PAGE = 100;

    /** Begins one; twice is as good as once. */
    void begin(UserId user, Instant at);

    /** The oldest first, no more than {@value #MAX_PAGE}. */
    List<Erasure> list();

    Optional<Erasure> find(UserId user);

    /** Writes down that all conversations of the user up to this one are done with; does nothing if there is no erasure. */
    void advance(UserId user, ConversationId done);

    /** Does nothing if there is none. */
    void finish(UserId user);

    /** @param done the conversations of the user up to this one are done with; empty before the first */
    record Erasure(UserId user, Optional<ConversationId> done) {}
}
