package dev.parley.adapters.persistence.user;

import dev.parley.adapters.persistence.shared.Column;
import dev.parley.domain.user.UserId;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The rows that are locked before anything between two users is written. */
public final class UserHeads {

    private static final String LOCK = """
            SELECT user_id
            FROM user_head
            WHERE user_id = ANY (:users)
            ORDER BY user_id
            FOR UPDATE
            """;

    private UserHeads() {}

    /**
     * Waits for the users, the lowest id first, and holds them until the transaction ends. What it depends on must be
     * read by a statement of its own afterwards: this one's snapshot is older than the wait.
     *
     * @throws IllegalArgumentException if one of them is nobody: there is nothing to lock then
     */
    public static void lock(Handle handle, Set<UserId> users) {
        int locked = handle.createQuery(LOCK)
                .bind("users", Column.bigint(users, UserId::value))
                .mapTo(UserId.class)
                .list()
                .size();
        if (locked != users.size()) {
            throw new IllegalArgumentException("a user to lock does not exist");
        }
    }
}
