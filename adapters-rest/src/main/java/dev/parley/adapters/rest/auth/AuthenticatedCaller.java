package dev.parley.adapters.rest.auth;

import dev.parley.application.port.in.session.Caller;
import dev.parley.domain.user.UserId;
import java.security.Principal;

/** The caller of an authenticated request. Resources receive it through {@code @Auth}. */
public record AuthenticatedCaller(Caller caller) implements Principal {

    public UserId user() {
        return caller.user();
    }

    /** Returns the user id, because the name can change and the id reveals nothing. */
    @Override
    public String getName() {
        return Long.toString(caller.user().value());
    }
}
