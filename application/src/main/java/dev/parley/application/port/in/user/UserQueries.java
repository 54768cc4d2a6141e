package dev.parley.application.port.in.user;

import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** Finds users. Names are taken as the client sent them, so they may be invalid. */
public interface UserQueries {

    /** Maximum number of users in the result of a search. */
    int MAX_LIMIT = 200;

    /** @throws java.util.NoSuchElementException if no user has this id; the id of an authenticated caller always exists */
    User get(UserId user);

    /** Empty for an unknown or invalid name, and for the tombstone of an erased user. */
    Optional<User> find(String username);

    /** Whether a user has the name, or an erased user had it. An invalid name is not taken. */
    boolean isTaken(String username);

    /**
     * Finds users by the beginning of their names, ignoring case. Ordered by the code points of the folded names, then of the
     * names; at most {@code limit}.
     */
    List<User> search(Search search);

    /**
     * @param prefix as typed, matched literally; must not be empty, because listing all users is not allowed. A text that is
     *     not a valid name matches no user
     * @param after the last name read; empty string to start at the beginning. No user follows an invalid name
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    record Search(String prefix, String after, int limit) {

        public Search {
            if (prefix.isEmpty()) {
                throw new IllegalArgumentException("the prefix of a search must not be empty");
            }
        }
    }
}
