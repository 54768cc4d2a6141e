package dev.parley.adapters.rest.v1.session;

import dev.parley.adapters.rest.v1.description.Field;
import dev.parley.adapters.rest.v1.description.Kind;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.Session;
import dev.parley.domain.shared.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One place where the caller is logged in.
 *
 * @param current whether the request came from there
 */
record SessionResponse(
        @Field(value = "Names the session.", kind = Kind.ID) String id,

        @Field(value = "What the user called the device, if anything.", kind = Kind.DEVICE_NAME) @Nullable String deviceName,

        @Field(value = "From where it was opened, if that is known.", example = "\"192.0.2.7\"") @Nullable String address,

        @Field("When it was opened.") Instant createdAt,

        @Field("When it was used; uses soon after each other are not all written down.")
        Instant lastSeenAt,

        @Field("When it ends if it is not used; every use begins its time anew.")
        Instant expiresAt,

        @Field("Whether this request came from there.") boolean current)
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
