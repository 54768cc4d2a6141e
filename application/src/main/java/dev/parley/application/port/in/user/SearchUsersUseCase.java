package dev.parley.application.port.in.user;

import dev.parley.domain.user.User;
import java.util.List;

/** Finds users by the beginning of their names. */
public interface SearchUsersUseCase {

    /** Most users that one search gives. */
    int MAX_LIMIT = 200;

    /** Whatever the case, in the order of the folded names' code points, then of the names'; no more than {@code limit}. */
    List<User> search(Query query);

    /**
     * @param prefix as it was typed, every character for itself; not empty: nobody lists everybody. Nobody's name begins
     *     with what no name can begin with
     * @param after name after which to go on; empty string for the beginning. Nobody comes after what cannot be a name
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    record Query(String prefix, String after, int limit) {

        public Query {
            if (prefix.isEmpty()) {
                throw new IllegalArgumentException("a search needs a prefix");
            }
        }
    }
}
