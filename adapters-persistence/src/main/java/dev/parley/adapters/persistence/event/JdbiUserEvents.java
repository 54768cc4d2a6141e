package dev.parley.adapters.persistence.event;

import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.adapters.persistence.user.UserHeads;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.event.EventEpoch;
import dev.parley.domain.event.EventLogState;
import dev.parley.domain.event.EventNumbering;
import dev.parley.domain.event.EventNumbering.Numbered;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Events in PostgreSQL. They have references only: {@link JdbiEventPages} joins names and messages. */
public final class JdbiUserEvents implements UserEvents {

    private static final String APPEND =
            "WITH stored_event AS (" + EventColumns.INSERT_EVENTS + ")" + EventColumns.MOVE_HEADS;

    /** One statement, so that all values come from one snapshot even outside a transaction. */
    private static final String STATE = """
            SELECT epoch, coalesce(event_seq, 0) AS head,
                coalesce(
                    (SELECT seq FROM user_event WHERE user_id = :user ORDER BY seq LIMIT 1),
                    coalesce(event_seq, 0) + 1
                ) AS oldest
            FROM event_epoch
            LEFT JOIN user_head ON user_id = :user
            """;

    /**
     * Selects old events in the order of the table, and deletes them with all older events of the same users. It skips locked
     * users: two concurrent calls would otherwise deadlock.
     *
     * <p>{@code locked} is joined only with the table, by its index. The pool plans without hash joins, so a join of two
     * intermediate results would compare all their rows.
     */
    static final String REMOVE_BEFORE = """
            WITH old AS (
                SELECT user_id, max(seq) AS seq
                FROM (SELECT user_id, seq FROM user_event WHERE at < :before LIMIT :batch) AS front
                GROUP BY user_id
            ), locked AS (
                SELECT user_id, old.seq
                FROM old
                JOIN user_head USING (user_id)
                FOR UPDATE OF user_head SKIP LOCKED
            )
            DELETE FROM user_event AS event
            USING locked
            WHERE event.user_id = locked.user_id AND event.seq <= locked.seq
            """;

    /** Small enough that the locked users wait about as long as for a message. */
    private static final int REMOVED_AT_ONCE = 2_000;

    private static final String REMOVE_ALL = "DELETE FROM user_event WHERE user_id = :user";

    private final StateStore store;
    private final JdbiEventSignals signals;

    public JdbiUserEvents(StateStore store, JdbiEventSignals signals) {
        this.store = store;
        this.signals = signals;
    }

    @Override
    public void append(List<EventDraft> drafts) {
        Set<UserId> users = drafts.stream().map(EventDraft::user).collect(Collectors.toUnmodifiableSet());
        store.inUnitOfWork("an event", handle -> {
            if (users.isEmpty()) {
                return users;
            }
            Update append = handle.createUpdate(APPEND);
            EventColumns.bind(append, number(handle, users, drafts));
            append.execute();
            handle.afterCommit(() -> signals.signal(users));
            return users;
        });
    }

    private static Numbered number(Handle handle, Set<UserId> users, List<EventDraft> drafts) {
        return new EventNumbering(UserHeads.seqs(UserHeads.read(handle, users))).number(drafts);
    }

    @Override
    public EventLogState state(UserId user) {
        return store.with(handle -> handle.createQuery(STATE)
                .bind("user", user)
                .map((row, context) -> new EventLogState(
                        new EventEpoch(row.getObject("epoch", UUID.class)), row.getLong("oldest"), row.getLong("head")))
                .one());
    }

    @Override
    public int removeBefore(Instant before) {
        return store.with(handle -> handle.createUpdate(REMOVE_BEFORE)
                .bind("before", before)
                .bind("batch", REMOVED_AT_ONCE)
                .execute());
    }

    @Override
    public void removeAll(UserId user) {
        store.inTransaction(handle -> {
            int removed = handle.createUpdate(REMOVE_ALL).bind("user", user).execute();
            handle.afterCommit(() -> signals.signal(Set.of(user))); // streams of the user must end
            return removed;
        });
    }
}
