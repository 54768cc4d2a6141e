package dev.parley.application.port.in.session;

import dev.parley.domain.shared.Origin;

/** Ends the session that a request uses. Its token is refused from then on. */
public interface LogOutUseCase {

    /** Ending it twice is as good as once. */
    void logOut(Command command);

    record Command(Caller caller, Origin origin) {}
}
