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

/** Who has registered. Names are compared as they are, case included, and each is given to one user, once. */
public interface Users {

    /** Most users that one {@link #listByPrefix} returns. */
    int MAX_PAGE = 200;

    /**
     * Gives the name to a new user; empty if it {@link #isTaken}, also when two ask for it at the same time, or while
     * whoever has it is being erased. The unit of work goes on either way.
     *
     * @param comparison with the names that users have or had. Of two who ask at the same time for names that differ in case
     *     only, one gets none if it ignores case
     * @param at carries at most microseconds
     */
    Optional<User> register(Username username, NameComparison comparison, PasswordHash hash, Instant at);

    /** With names compared exactly. */
    default Optional<User> register(Username username, PasswordHash hash, Instant at) {
        return register(username, NameComparison.EXACT, hash, at);
    }

    Optional<User> find(Username username);

    /** Whether a user has the name, or one had it who is erased: no other user can get it. */
    boolean isTaken(Username username, NameComparison comparison);

    /** With names compared exactly. */
    default boolean isTaken(Username username) {
        return isTaken(username, NameComparison.EXACT);
    }

    /**
     * Users whose names begin with the prefix, whatever the case, and come after {@code after}, in the order of the code points
     * of their {@link Username#folded() folded} names, and of their names where those are equal. A name is a prefix of itself.
     *
     * @param prefix of a name, which is itself a possible name
     * @param after need not have the prefix, nor be a user's name; empty for the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<User> listByPrefix(Username prefix, Optional<Username> after, int limit);

    /** The user of this id; empty if there is none. */
    Optional<User> find(UserId id);

    /** Names of those ids that are users; ids of nobody are left out. */
    Map<UserId, Username> names(Set<UserId> ids);

    /** Empty for an erased user, too. */
    Optional<Credentials> findCredentials(Username username);

    /** Empty for an erased user, too. */
    Optional<Credentials> findCredentials(UserId id);

    /**
     * Takes the name and the password hash away: the user is known by {@link Username#ofErased} from then on, has no
     * credentials, and nobody sends as them or to them. Of the name nothing is kept but its
     * {@link dev.parley.domain.user.NameDigest digest}, which belongs to nobody: it stays taken, so that no stranger is
     * mistaken for them. Under the user's lock.
     *
     * @throws IllegalArgumentException if there is no such user
     */
    void erase(UserId user);

    /** Does nothing if there is no such user or they are erased. */
    void replacePasswordHash(UserId user, PasswordHash hash);

    /** Replaces the password hash if it still is the known one; false if somebody was faster, or the user is no more. */
    boolean replacePasswordHash(Credentials known, PasswordHash hash);

    /**
     * Whether these still are the user's credentials. If so they stay it until the unit of work ends: whoever replaces
     * the password hash waits, and then sees what this unit of work has written.
     *
     * @throws IllegalStateException outside a unit of work
     */
    boolean confirm(Credentials known);

    /** What a login is checked against. */
    record Credentials(UserId user, PasswordHash hash) {}
}
