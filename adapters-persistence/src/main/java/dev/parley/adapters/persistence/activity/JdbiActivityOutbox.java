package dev.parley.adapters.persistence.activity;

import dev.parley.adapters.persistence.shared.Column;
import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.shared.PageLimit;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.Update;

/** The outbox in PostgreSQL. PostgreSQL generates its ids as UUIDs of version 7, whose order is that of their creation. */
public final class JdbiActivityOutbox implements ActivityOutbox {

    private static final String OLDEST = """
            SELECT id, {columns}
            FROM activity_outbox
            ORDER BY id
            LIMIT :limit
            """.replace("{columns}", ActivityColumns.COLUMNS);

    private static final String REMOVE = "DELETE FROM activity_outbox WHERE id = ANY (:ids)";

    private static final String BACKLOG = """
            SELECT count(*) AS count, (SELECT at FROM activity_outbox ORDER BY id LIMIT 1) AS oldest_at
            FROM activity_outbox
            """;

    private final StateStore store;

    public JdbiActivityOutbox(StateStore store) {
        this.store = store;
    }

    @Override
    public void record(Activity activity) {
        store.inUnitOfWork("an activity", handle -> {
            Update update = handle.createUpdate(ActivityColumns.INSERT_INTO_OUTBOX);
            ActivityColumns.bind(update, List.of(activity));
            return update.execute();
        });
    }

    @Override
    public List<RecordedActivity> oldest(int limit) {
        PageLimit.require(limit, MAX_BATCH);
        return store.with(handle -> handle.createQuery(OLDEST)
                .bind("limit", limit)
                .map((row, context) -> new RecordedActivity(ActivityColumns.id(row), ActivityColumns.activity(row)))
                .list());
    }

    @Override
    public void remove(Set<ActivityId> ids) {
        store.with(handle -> handle.createUpdate(REMOVE)
                .bind("ids", Column.uuid(ids, ActivityId::value))
                .execute());
    }

    @Override
    public Backlog backlog() {
        return store.with(handle -> handle.createQuery(BACKLOG)
                .map((row, context) -> new Backlog(row.getLong("count"), Rows.optionalTime(row, "oldest_at")))
                .one());
    }
}
