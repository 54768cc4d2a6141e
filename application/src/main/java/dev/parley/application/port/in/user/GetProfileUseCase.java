package dev.parley.application.port.in.user;

import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;

/** A user looks at their own profile. */
public interface GetProfileUseCase {

    /** @throws java.util.NoSuchElementException if there is no such user, which a caller's id never is */
    User get(UserId user);
}
