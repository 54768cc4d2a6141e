package dev.parley.adapters.persistence.activitylog;

import dev.parley.adapters.persistence.activity.ActivityColumns;
import dev.parley.adapters.persistence.shared.Column;
import dev.parley.adapters.persistence.shared.Row;
import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** The activity log in PostgreSQL. */
public final class JdbiActivityLog implements ActivityLog {

    private static final long KEY = 0x7061726c65790002L;

    /** Positions are given before a commit; one append at a time makes the commits come in the positions' order. */
    private static final String WAIT_FOR_OTHER_APPENDS = "SELECT pg_advisory_xact_lock(:key)";

    private static final String APPEND = """
            INSERT INTO activity (id, type, actor_id, subject_id, at, address, user_agent, session_id, details)
            SELECT id, type, actor_id, subject_id, at, address, user_agent, session_id, details::jsonb
            FROM unnest(:id, :type, :actor, :subject, :at, :address, :userAgent, :session, :details)
                WITH ORDINALITY
                AS entry (id, type, actor_id, subject_id, at, address, user_agent, session_id, details, number)
            ORDER BY number
            ON CONFLICT (id) DO NOTHING
            """;

    static final String READ_BACKWARDS = """
            SELECT position, id, type, actor_id, subject_id, at, address, user_agent, session_id, details
            FROM activity
            WHERE actor_id = :actor
                AND position < :before
                AND (:type::text IS NULL OR type = :type)
            ORDER BY position DESC
            LIMIT :limit
            """;

    private final LogStore store;

    public JdbiActivityLog(LogStore store) {
        this.store = store;
    }

    @Override
    public void append(List<RecordedActivity> entries) {
        store.inTransaction(handle -> {
            handle.createQuery(WAIT_FOR_OTHER_APPENDS)
                    .bind("key", KEY)
                    .mapTo(String.class)
                    .one();
            Update update = handle.createUpdate(APPEND)
                    .bind("id", Column.uuid(entries, entry -> entry.id().value()));
            ActivityColumns.bind(
                    update, entries.stream().map(RecordedActivity::activity).toList());
            return update.execute();
        });
    }

    @Override
    public List<Logged> readAfter(long position, Filter filter, int limit) {
        return read(Reading.FORWARD, position, filter, limit);
    }

    @Override
    public List<Logged> readNewest(Filter filter, int limit) {
        return read(Reading.BACKWARD, 0, filter, limit).reversed();
    }

    @Override
    public List<Logged> readBackwards(UserId actor, Optional<ActivityType> type, Optional<Long> before, int limit) {
        requirePage(limit);
        return store.with(handle -> handle.createQuery(READ_BACKWARDS)
                .bind("actor", actor)
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("type", type.map(Enum::name))
                .bind("limit", limit)
                .map(Row.mapper(JdbiActivityLog::logged))
                .list());
    }

    private List<Logged> read(Reading reading, long after, Filter filter, int limit) {
        requirePage(limit);
        return store.with(handle -> query(handle, reading, filter)
                .bind("after", after)
                .bind("type", filter.type().map(Enum::name))
                .bind("limit", limit)
                .map(Row.mapper(JdbiActivityLog::logged))
                .list());
    }

    private static void requirePage(int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("a limit is 1 to " + MAX_PAGE);
        }
    }

    private static Logged logged(Row row) {
        return new Logged(row.bigint("position"), ActivityColumns.id(row), ActivityColumns.activity(row));
    }

    private static Query query(Handle handle, Reading reading, Filter filter) {
        return filter.user()
                .map(user -> handle.createQuery(reading.ofUser()).bind("user", user))
                .orElseGet(() -> handle.createQuery(reading.ofAll()));
    }
}
