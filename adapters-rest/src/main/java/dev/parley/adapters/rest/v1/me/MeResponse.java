package dev.parley.adapters.rest.v1.me;

import dev.parley.adapters.rest.v1.description.Field;
import dev.parley.adapters.rest.v1.description.Kind;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.User;
import java.time.Instant;

/**
 * Who the caller is.
 *
 * @param sessionId of the session that the request came from
 */
record MeResponse(
        @Field(value = "What everybody calls you by.", kind = Kind.USERNAME, example = "\"ann\"")
        String username,

        @Field("When you registered.") Instant createdAt,

        @Field(value = "The session that this request came from.", kind = Kind.ID)
        String sessionId)
        implements V1Body {

    static MeResponse of(User user, SessionId session) {
        return new MeResponse(user.username().value(), user.registeredAt(), Long.toString(session.value()));
    }
}
