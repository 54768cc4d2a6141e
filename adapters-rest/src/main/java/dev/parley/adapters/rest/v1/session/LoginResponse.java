package dev.parley.adapters.rest.v1.session;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.Token;
import java.time.Instant;

/**
 * A new session.
 *
 * @param token no other response contains it
 */
record LoginResponse(String sessionId, String token, Instant expiresAt) implements V1Body {

    static LoginResponse of(Session session, Token token) {
        return new LoginResponse(Long.toString(session.id().value()), token.value(), session.expiresAt());
    }

    @Override
    public String toString() {
        return "LoginResponse[" + sessionId + "]";
    }
}
