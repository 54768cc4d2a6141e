package dev.parley.adapters.persistence.activity;

import dev.parley.adapters.persistence.shared.Column;
import dev.parley.adapters.persistence.shared.Row;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.RecordedActivity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;

/** The outbox in PostgreSQL. Its ids are UUIDs of version 7, which PostgreSQL makes: their order is that of their making. */
public final class JdbiActivityOutbox implements ActivityOutbox {

    private static final String RECORD = """
            INSERT INTO activity_outbox (type, actor_id, subject_id, at, address, user_agent, session_id, details)
            SELECT type, actor_id, subject_id, at, address, user_agent, session_id, details::jsonb
            FROM unnest(:type, :actor, :subject, :at, :address, :userAgent, :session, :details)
                AS activity (type, actor_id, subject_id, at, address, user_agent, session_id, details)
            """;

    private static final String OLDEST = """
            SELECT id, type, actor_id, subject_id, at, address, user_agent, session_id, details
            FROM activity_outbox
            ORDER BY id
            LIMIT :limit
            """;

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
            Update update = handle.createUpdate(RECORD);
            ActivityColumns.bind(update, List.of(activity));
            return update.execute();
        });
    }

    @Override
    public List<RecordedActivity> oldest(int limit) {
        if (limit < 1 || limit > MAX_BATCH) {
            throw new IllegalArgumentException("a limit is 1 to " + MAX_BATCH);
        }
        return store.with(handle -> handle.createQuery(OLDEST)
                .bind("limit", limit)
                .map(Row.mapper(row -> new RecordedActivity(ActivityColumns.id(row), ActivityColumns.activity(row))))
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
                .map((RowView row) -> new Backlog(
                        row.getColumn("count", Long.class),
                        Optional.ofNullable(row.getColumn("oldest_at", Instant.class))))
                .one());
    }
}
