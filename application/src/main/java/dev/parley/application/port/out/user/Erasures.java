package dev.parley.application.port.out.user;

import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/** Erasures that have begun and are not finished: their users are gone, and some of what these wrote is not yet. */
public interface Erasures {

    /** Most erasures that one {@link #list} returns. */
    int MAX_PAGE = 100;

    /** Begins one; twice is as good as once. */
    void begin(UserId user, Instant at);

    /** The oldest first, no more than {@value #MAX_PAGE}. */
    List<UserId> list();

    /** Does nothing if there is none. */
    void finish(UserId user);
}
