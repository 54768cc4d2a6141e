package dev.parley.adapters.rest.auth;

import dev.parley.application.port.in.session.Caller;
import dev.parley.domain.user.UserId;
import java.security.Principal;

/** Somebody whose token is good, as resources ask for them with {@code @Auth}. */
public record AuthenticatedCaller(Caller caller) implements Principal {

    public UserId user() {
        return caller.user();
    }

    /** The user id: the one name that never changes and gives nothing away. */
    @Override
    public String getName() {
        return Long.toString(caller.user().value());
    }
}
