package dev.parley.application.port.in.user;

import dev.parley.domain.user.User;
import java.util.Optional;

/** Finds a user by name. */
public interface FindUserUseCase {

    /**
     * Empty for an unknown or invalid name, and for the tombstone of an erased user.
     *
     * @param username as sent by the client
     */
    Optional<User> find(String username);
}
