package dev.parley.application.port.in.session;

import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;

/** A user ends one of their sessions, or all except the current one. The tokens are rejected from then on. */
public interface RevokeSessionUseCase {

    Result revoke(Command command);

    record Command(Caller caller, Target target, Origin origin) {}

    /** Which sessions to end. */
    sealed interface Target {

        /** One of the caller's sessions; ending the current one is a log-out. */
        record One(SessionId session) implements Target {}

        /** All sessions of the caller except the current one. */
        record Others() implements Target {}
    }

    sealed interface Result {

        record Revoked(int count) implements Result {}

        /** The session has ended, never existed, or belongs to another user; the caller cannot tell which. */
        record NoSuchSession() implements Result {}
    }
}
