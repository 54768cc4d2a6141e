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

/** The rows that are locked before anything between users is written. */
public final class UserHeads {

    private static final String READ = """
            SELECT user_id, event_seq, erased
            FROM user_head
            WHERE user_id = ANY (:users)
            """;

    /** Of {@link #lock}, to be sent together with what is to be read under the locks; {@link #bind} binds it. */
    public static final String LOCK = READ + """
            ORDER BY user_id
            FOR UPDATE
            """;

    /** Of {@link #lockFree}, likewise. */
    public static final String LOCK_FREE = LOCK + "SKIP LOCKED";

    /** Of the rows of either. */
    public static final RowMapper<UserHead> HEADS = (row, context) ->
            new UserHead(new UserId(row.getLong("user_id")), row.getLong("event_seq"), row.getBoolean("erased"));

    private UserHeads() {}

    /**
     * Waits for the users, the lowest id first, and holds them until the transaction ends. What else depends on that must
     * be read by a statement of its own afterwards: the rows are those of after the wait, but this one's snapshot is older.
     *
     * @return the heads of those users who are somebody
     */
    public static Map<UserId, UserHead> lock(Handle transaction, Set<UserId> users) {
        return heads(transaction, LOCK, users);
    }

    /**
     * Holds those users whom nobody else does, without a wait, until the transaction ends. As with {@link #lock}, what else
     * depends on that must be read afterwards.
     *
     * @return their heads; who is missing is held by another transaction, or nobody
     */
    public static Map<UserId, UserHead> lockFree(Handle transaction, Set<UserId> users) {
        return heads(transaction, LOCK_FREE, users);
    }

    /** The heads of those users who are somebody. In a transaction that has locked them nobody else changes them. */
    public static Map<UserId, UserHead> read(Handle handle, Set<UserId> users) {
        return heads(handle, READ, users);
    }

    /** The number of the newest event of each. */
    public static Map<UserId, Long> seqs(Map<UserId, UserHead> heads) {
        return heads.values().stream().collect(Collectors.toUnmodifiableMap(UserHead::user, UserHead::eventSeq));
    }

    private static Map<UserId, UserHead> heads(Handle handle, String sql, Collection<UserId> users) {
        return byUser(bind(handle.createQuery(sql), users).map(HEADS).list());
    }

    /** Binds the users whose heads a statement names. */
    public static <S extends SqlStatement<S>> S bind(S statement, Collection<UserId> users) {
        return statement.bind("users", Column.bigint(users, UserId::value));
    }

    public static Map<UserId, UserHead> byUser(Collection<UserHead> heads) {
        return heads.stream().collect(Collectors.toUnmodifiableMap(UserHead::user, head -> head));
    }
}
