package dev.parley.domain.user;

import java.time.Instant;

/** Somebody who registered. */
public record User(UserId id, Username username, Instant registeredAt) {

    /** Whether the account is gone; what is left is an id for the others' histories. */
    public boolean isErased() {
        return username.isTombstone();
    }
}
