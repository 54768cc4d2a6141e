package dev.parley.adapters.rest.v1.event.follow;

import dev.parley.domain.shared.SessionId;

/** A stream, or a poll that waits. Each has a thread of its own. */
public interface Follower {

    SessionId session();

    /** Asks it to end soon; the first reason counts. Neither waits nor throws. */
    void end(Ending why);
}
