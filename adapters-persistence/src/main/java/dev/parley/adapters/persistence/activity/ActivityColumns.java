package dev.parley.adapters.persistence.activity;

import dev.parley.adapters.persistence.shared.Column;
import dev.parley.adapters.persistence.shared.Row;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/** The columns that an activity has in the outbox and in the log alike. */
public final class ActivityColumns {

    private ActivityColumns() {}

    /** Binds type, actor, subject, at, address, userAgent, session and details, an array of each. */
    public static void bind(SqlStatement<?> statement, List<Activity> rows) {
        statement
                .bind("type", Column.text(rows, row -> row.type().name()))
                .bind("actor", Column.optionalBigint(rows, row -> row.actor().map(UserId::value)))
                .bind(
                        "subject",
                        Column.optionalBigint(rows, row -> row.subject().map(UserId::value)))
                .bind("at", Column.time(rows, Activity::at))
                .bind("address", Column.optionalText(rows, row -> row.origin().address()))
                .bind("userAgent", Column.optionalText(rows, row -> row.origin().userAgent()))
                .bind(
                        "session",
                        Column.optionalBigint(
                                rows, row -> row.origin().session().map(SessionId::value)))
                .bind("details", Column.text(rows, row -> Details.write(row.details())));
    }

    public static ActivityId id(Row row) {
        return new ActivityId(row.uuid("id"));
    }

    public static Activity activity(Row row) {
        return new Activity(
                ActivityType.valueOf(row.text("type")),
                row.optionalBigint("actor_id").map(UserId::new),
                row.optionalBigint("subject_id").map(UserId::new),
                row.time("at"),
                new Origin(
                        row.optionalText("address"),
                        row.optionalText("user_agent"),
                        row.optionalBigint("session_id").map(SessionId::new)),
                Details.read(row.text("details")));
    }
}
