package dev.parley.adapters.persistence.activitylog;

import dev.parley.adapters.persistence.activity.ActivityColumns;
import dev.parley.adapters.persistence.shared.Column;
import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** The activity log in PostgreSQL. */
public final class JdbiActivityLog implements ActivityLog {

    private static final long KEY = 0x7061726c65790002L;

    /** Positions are assigned before the commit. One append at a time keeps the commits in the order of the positions. */
    private static final String WAIT_FOR_OTHER_APPENDS = "SELECT pg_advisory_xact_lock(:key)";

    private static final String APPEND = """
            INSERT INTO activity (id, {columns})
            SELECT id, {values}
            FROM unnest(:id, {parameters}) WITH ORDINALITY AS entry (id, {columns}, number)
            ORDER BY number
            ON CONFLICT (id) DO NOTHING
            """.replace("{columns}", ActivityColumns.COLUMNS)
            .replace("{values}", ActivityColumns.VALUES)
            .replace("{parameters}", ActivityColumns.PARAMETERS);

    /** What {@link #LOGGED} maps. */
    static final String COLUMNS = "position, id, " + ActivityColumns.COLUMNS;

    private static final RowMapper<LogEntry> LOGGED = (row, context) ->
            new LogEntry(row.getLong("position"), ActivityColumns.id(row), ActivityColumns.activity(row));

    static final String READ_BACKWARDS = """
            SELECT {columns}
            FROM activity
            WHERE actor_id = :actor
                AND position < :before
                AND (:type::text IS NULL OR type = :type)
            ORDER BY position DESC
            LIMIT :limit
            """.replace("{columns}", COLUMNS);

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
    public List<LogEntry> readAfter(long position, Filter filter, int limit) {
        return read(ReadDirection.FORWARD, position, filter, limit);
    }

    @Override
    public List<LogEntry> readNewest(Filter filter, int limit) {
        return read(ReadDirection.BACKWARD, 0, filter, limit).reversed();
    }

    @Override
    public List<LogEntry> readBackwards(UserId actor, Optional<ActivityType> type, Optional<Long> before, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.with(handle -> handle.createQuery(READ_BACKWARDS)
                .bind("actor", actor)
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("type", type.map(Enum::name))
                .bind("limit", limit)
                .map(LOGGED)
                .list());
    }

    private List<LogEntry> read(ReadDirection reading, long after, Filter filter, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.with(handle -> query(handle, reading, filter)
                .bind("after", after)
                .bind("type", filter.type().map(Enum::name))
                .bind("limit", limit)
                .map(LOGGED)
                .list());
    }

    private static Query query(Handle handle, ReadDirection reading, Filter filter) {
        return filter.user()
                .map(user -> handle.createQuery(reading.ofUser()).bind("user", user))
                .orElseGet(() -> handle.createQuery(reading.ofAll()));
    }
}
