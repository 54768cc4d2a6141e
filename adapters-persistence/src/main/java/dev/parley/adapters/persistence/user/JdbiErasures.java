package dev.parley.adapters.persistence.user;

import dev.parley.adapters.persistence.shared.Column;
import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.erasure.Erasures;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;

/** Unfinished erasures in PostgreSQL, one row each. */
public final class JdbiErasures implements Erasures {

    private static final String COLUMNS = "user_id, done_conversation_id, told_blocker_id";

    private static final String BEGIN = """
            INSERT INTO erasure (user_id, begun_at)
            VALUES (:user, :at)
            ON CONFLICT (user_id) DO NOTHING
            """;

    private static final String LIST = """
            SELECT {columns}
            FROM erasure
            WHERE user_id <> ALL (:passedOver)
            ORDER BY begun_at, user_id
            LIMIT :limit
            """.replace("{columns}", COLUMNS);

    private static final String FIND = """
            SELECT {columns}
            FROM erasure
            WHERE user_id = :user
            """.replace("{columns}", COLUMNS);

    private static final String ADVANCE = """
            UPDATE erasure
            SET done_conversation_id = :done
            WHERE user_id = :user
            """;

    private static final String MARK_NOTIFIED = """
            UPDATE erasure
            SET told_blocker_id = :blocker
            WHERE user_id = :user
            """;

    private static final String FINISH = "DELETE FROM erasure WHERE user_id = :user";

    private static final RowMapper<Erasure> ERASURES = (row, context) -> new Erasure(
            new UserId(row.getLong("user_id")),
            Rows.optionalBigint(row, "done_conversation_id").map(ConversationId::new),
            Rows.optionalBigint(row, "told_blocker_id").map(UserId::new));

    private final StateStore store;

    public JdbiErasures(StateStore store) {
        this.store = store;
    }

    @Override
    public void begin(UserId user, Instant at) {
        store.with(handle ->
                handle.createUpdate(BEGIN).bind("user", user).bind("at", at).execute());
    }

    @Override
    public List<Erasure> list(Set<UserId> passedOver) {
        return store.with(handle -> handle.createQuery(LIST)
                .bind("passedOver", Column.bigint(passedOver, UserId::value))
                .bind("limit", MAX_PAGE)
                .map(ERASURES)
                .list());
    }

    @Override
    public Optional<Erasure> find(UserId user) {
        return store.with(handle ->
                handle.createQuery(FIND).bind("user", user).map(ERASURES).findOne());
    }

    @Override
    public void advance(UserId user, ConversationId done) {
        store.with(handle -> handle.createUpdate(ADVANCE)
                .bind("user", user)
                .bind("done", done)
                .execute());
    }

    @Override
    public void told(UserId user, UserId blocker) {
        store.with(handle -> handle.createUpdate(MARK_NOTIFIED)
                .bind("user", user)
                .bind("blocker", blocker)
                .execute());
    }

    @Override
    public void finish(UserId user) {
        store.with(handle -> handle.createUpdate(FINISH).bind("user", user).execute());
    }
}
