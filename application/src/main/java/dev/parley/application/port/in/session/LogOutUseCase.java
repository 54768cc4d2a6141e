package dev.parley.application.port.in.session;

import dev.parley.domain.shared.Origin;

/** Ends the session of a request. Its token is rejected from then on. */
public interface LogOutUseCase {

    /** Does nothing if the session has already ended. */
    void logOut(Command command);

    record Command(Caller caller, Origin origin) {}
}
