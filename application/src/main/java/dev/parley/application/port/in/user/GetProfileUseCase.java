package dev.parley.application.port.in.user;

import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;

/** A user reads their own profile. */
public interface GetProfileUseCase {

    /** @throws java.util.NoSuchElementException if no user has this id; the id of an authenticated caller always exists */
    User get(UserId user);
}
