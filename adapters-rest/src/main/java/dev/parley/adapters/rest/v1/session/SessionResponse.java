package dev.parley.adapters.rest.v1.session;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.Session;
import dev.parley.domain.shared.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session of the caller.
 *
 * @param current whether it is the session of the request
 */
record SessionResponse(
        String id,
        @Nullable String deviceName,
        @Nullable String address,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        boolean current)
        implements V1Body {

    static SessionResponse of(Session session, SessionId current) {
        return new SessionResponse(
                Long.toString(session.id().value()),
                session.device().map(DeviceName::value).orElse(null),
                session.address().orElse(null),
                session.createdAt(),
                session.lastSeenAt(),
                session.expiresAt(),
                session.id().equals(current));
    }
}
