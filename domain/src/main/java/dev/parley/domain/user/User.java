package dev.parley.domain.user;

import java.time.Instant;

/** A registered user. */
public record User(UserId id, Username username, Instant registeredAt) {

    /** Whether the account was erased; only its id remains, for the histories of other users. */
    public boolean isErased() {
        return username.isTombstone();
    }
}
