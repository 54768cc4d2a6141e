package dev.parley.adapters.rest.v1.user;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.domain.user.User;
import java.time.Instant;

/** What any authenticated user may know about a user. */
record UserResponse(String username, Instant createdAt) implements V1Body {

    static UserResponse of(User user) {
        return new UserResponse(user.username().value(), user.registeredAt());
    }
}
