package dev.parley.application.port.out.user;

import dev.parley.domain.user.NameComparison;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The registered users. Names are compared exactly, including case; each name is used by one user only, forever. */
public interface Users {

    /** Maximum number of users that {@link #listByPrefix} returns. */
    int MAX_PAGE = 200;

    /**
     * Creates a user with this name. Empty if the name {@link #isTaken}, even if a concurrent registration takes it or its
     * user is being erased. The unit of work remains usable either way.
     *
     * @param comparison how the name is compared with names that users have or had. Of two concurrent registrations of names
     *     that differ only in case, one fails if it ignores case
     * @param at has at most microsecond precision
     */
    Optional<User> register(Username username, NameComparison comparison, PasswordHash hash, Instant at);

    /** Creates a user with names compared exactly. */
    default Optional<User> register(Username username, PasswordHash hash, Instant at) {
        return register(username, NameComparison.EXACT, hash, at);
    }

    Optional<User> find(Username username);

    /** Whether a user has the name or an erased user had it, so that it cannot be registered. */
    boolean isTaken(Username username, NameComparison comparison);

    /** Whether the name is taken, with names compared exactly. */
    default boolean isTaken(Username username) {
        return isTaken(username, NameComparison.EXACT);
    }

    /**
     * Lists users whose names start with the prefix, ignoring case, and come after {@code after}. They are ordered by the code
     * points of their {@link Username#folded() folded} names, then of their names. A name is a prefix of itself.
     *
     * @param prefix a valid name
     * @param after may lack the prefix and need not be the name of a user; empty to start at the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<User> listByPrefix(Username prefix, Optional<Username> after, int limit);

    Optional<User> find(UserId id);

    /** The names of the users with these ids; unknown ids are left out. */
    Map<UserId, Username> names(Set<UserId> ids);

    /** Empty for an unknown or erased user. */
    Optional<Credentials> findCredentials(Username username);

    /** Empty for an unknown or erased user. */
    Optional<Credentials> findCredentials(UserId id);

    /**
     * Deletes the name and the password hash. From then on the user has the name {@link Username#ofErased} and no credentials,
     * and can neither send nor receive. Only the {@link dev.parley.domain.user.NameDigest digest} of the old name is stored,
     * without a reference to the user. So the name stays taken, and no other user can be mistaken for the erased one.
     * Requires the user's lock.
     *
     * @throws IllegalArgumentException if the user does not exist
     */
    void erase(UserId user);

    /** Replaces the password hash; does nothing if the user does not exist or is erased. */
    void replacePasswordHash(UserId user, PasswordHash hash);

    /** Replaces the password hash if it is still the known one; returns false if it was changed or the user is erased. */
    boolean replacePasswordHash(Credentials known, PasswordHash hash);

    /**
     * Whether these are still the user's credentials. If so, they cannot change until the unit of work ends. Another unit of
     * work that replaces the hash waits for this one and then sees its changes.
     *
     * @throws IllegalStateException outside a unit of work
     */
    boolean confirm(Credentials known);

    /** The stored credentials of a user. */
    record Credentials(UserId user, PasswordHash hash) {}
}
