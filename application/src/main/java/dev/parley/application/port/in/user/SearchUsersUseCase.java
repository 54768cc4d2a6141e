package dev.parley.application.port.in.user;

import dev.parley.domain.user.User;
import java.util.List;

/** Finds users by the beginning of their names. */
public interface SearchUsersUseCase {

    /** Maximum number of users in a result. */
    int MAX_LIMIT = 200;

    /**
     * Ignores case. Ordered by the code points of the folded names, then of the names; at most {@code limit}.
     */
    List<User> search(Query query);

    /**
     * @param prefix as typed, matched literally; must not be empty, because listing all users is not allowed. A text that is
     *     not a valid name matches no user
     * @param after the last name read; empty string to start at the beginning. No user follows an invalid name
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    record Query(String prefix, String after, int limit) {

        public Query {
            if (prefix.isEmpty()) {
                throw new IllegalArgumentException("the prefix of a search must not be empty");
            }
        }
    }
}
