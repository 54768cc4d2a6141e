package dev.parley.adapters.persistence.user;

import dev.parley.adapters.persistence.shared.Column;
import dev.parley.domain.user.UserHead;
import dev.parley.domain.user.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** Rows of {@code user_head}, which a transaction locks before it writes anything between users. */
public final class UserHeads {

    private static final String READ = """
            SELECT user_id, event_seq, erased
            FROM user_head
            WHERE user_id = ANY (:users)
            """;

    /** The statement of {@link #lock}, to be sent together with the reads under the locks. {@link #bind} binds it. */
    public static final String LOCK = READ + """
            ORDER BY user_id
            FOR UPDATE
            """;

    /** The statement of {@link #lockFree}, for the same use. */
    public static final String LOCK_FREE = LOCK + "SKIP LOCKED";

    /** Maps the rows of both. */
    public static final RowMapper<UserHead> HEADS = (row, context) ->
            new UserHead(new UserId(row.getLong("user_id")), row.getLong("event_seq"), row.getBoolean("erased"));

    private UserHeads() {}

    /**
     * Locks the users until the transaction ends, in the order of their ids, and waits if it must. Rows that depend on the
     * locks must be read by a later statement: the snapshot of this one is from before the wait.
     *
     * @return the heads of the existing users
     */
    public static Map<UserId, UserHead> lock(Handle transaction, Set<UserId> users) {
        return heads(transaction, LOCK, users);
    }

    /**
     * Locks those users that no other transaction holds, without a wait, until the transaction ends. As with {@link #lock},
     * rows that depend on the locks must be read afterwards.
     *
     * @return the heads of the locked users; another transaction holds the others, or they do not exist
     */
    public static Map<UserId, UserHead> lockFree(Handle transaction, Set<UserId> users) {
        return heads(transaction, LOCK_FREE, users);
    }

    /** The heads of the existing users. They do not change in a transaction that has locked them. */
    public static Map<UserId, UserHead> read(Handle handle, Set<UserId> users) {
        return heads(handle, READ, users);
    }

    /** The number of each user's newest event. */
    public static Map<UserId, Long> seqs(Map<UserId, UserHead> heads) {
        return heads.values().stream().collect(Collectors.toUnmodifiableMap(UserHead::user, UserHead::eventSeq));
    }

    private static Map<UserId, UserHead> heads(Handle handle, String sql, Collection<UserId> users) {
        return byUser(bind(handle.createQuery(sql), users).map(HEADS).list());
    }

    /** Binds the users of one of these statements. */
    public static <S extends SqlStatement<S>> S bind(S statement, Collection<UserId> users) {
        return statement.bind("users", Column.bigint(users, UserId::value));
    }

    public static Map<UserId, UserHead> byUser(Collection<UserHead> heads) {
        return heads.stream().collect(Collectors.toUnmodifiableMap(UserHead::user, head -> head));
    }
}
