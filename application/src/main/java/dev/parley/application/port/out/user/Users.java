package dev.parley.application.port.out.user;

import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who has registered. Names are compared as they are, case included. */
public interface Users {

    /**
     * Gives the name to a new user; empty if somebody has it already, also when two ask for it at the same time. The
     * unit of work goes on either way.
     *
     * @param at carries at most microseconds
     */
    Optional<User> register(Username username, PasswordHash hash, Instant at);

    Optional<User> find(Username username);

    /** Names of those ids that are users; ids of nobody are left out. */
    Map<UserId, Username> names(Set<UserId> ids);

    Optional<Credentials> findCredentials(Username username);

    /** Does nothing if there is no such user. */
    void replacePasswordHash(UserId user, PasswordHash hash);

    /** What a login is checked against. */
    record Credentials(UserId user, PasswordHash hash) {}
}
