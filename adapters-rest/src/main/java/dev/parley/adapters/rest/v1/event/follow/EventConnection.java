package dev.parley.adapters.rest.v1.event.follow;

import dev.parley.domain.shared.SessionId;

/** A stream or a waiting poll. Each has its own thread. */
public interface EventConnection {

    SessionId session();

    /** Requests an end; only the first reason counts. Neither waits nor throws. */
    void end(EndReason why);
}
