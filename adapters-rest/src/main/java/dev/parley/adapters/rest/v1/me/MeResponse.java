package dev.parley.adapters.rest.v1.me;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.User;
import java.time.Instant;

/**
 * The account of the caller.
 *
 * @param sessionId the session of the request
 */
record MeResponse(String username, Instant createdAt, String sessionId) implements V1Body {

    static MeResponse of(User user, SessionId session) {
        return new MeResponse(user.username().value(), user.registeredAt(), Long.toString(session.value()));
    }
}
