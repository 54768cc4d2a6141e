package dev.parley.application.port.in.user;

import dev.parley.domain.user.User;
import java.util.Optional;

/** Looks a user up by name. */
public interface FindUserUseCase {

    /** @param username as a client wrote it; what cannot be a name is nobody's, and an erased user is nobody */
    Optional<User> find(String username);
}
