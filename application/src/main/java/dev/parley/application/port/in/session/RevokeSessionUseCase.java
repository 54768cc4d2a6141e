package dev.parley.application.port.in.session;

import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;

/** A user ends sessions of theirs: one, or all but the one in use. Their tokens are refused from then on. */
public interface RevokeSessionUseCase {

    Result revoke(Command command);

    record Command(Caller caller, Target target, Origin origin) {}

    /** Which sessions to end. */
    sealed interface Target {

        /** One of the caller's; the one in use is allowed and is a log-out. */
        record One(SessionId session) implements Target {}

        /** All but the one in use. */
        record Others() implements Target {}
    }

    /** What came of it. */
    sealed interface Result {

        record Revoked(int count) implements Result {}

        /** Ended already, never there, or another user's: the caller cannot tell which. */
        record NoSuchSession() implements Result {}
    }
}
