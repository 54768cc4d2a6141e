package dev.parley.adapters.persistence.activity;

import dev.parley.adapters.persistence.shared.Column;
import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/** The columns of an activity, which are the same in the outbox and in the log. */
public final class ActivityColumns {

    /** All but the id. */
    public static final String COLUMNS = "type, actor_id, subject_id, at, address, user_agent, session_id, details";

    /** The parameters of {@link #bind}, in the order of {@link #COLUMNS}. */
    public static final String PARAMETERS = ":type, :actor, :subject, :at, :address, :userAgent, :session, :details";

    /** {@link #COLUMNS} of rows that were unnested from {@link #PARAMETERS}, for an {@code INSERT}. */
    public static final String VALUES = COLUMNS + "::jsonb";

    public static final String INSERT_INTO_OUTBOX =
            """
            INSERT INTO activity_outbox ({columns})
            SELECT {values}
            FROM unnest({parameters}) AS activity ({columns})
            """.replace("{columns}", COLUMNS).replace("{values}", VALUES).replace("{parameters}", PARAMETERS);

    private ActivityColumns() {}

    /** Binds {@link #PARAMETERS}, an array each. */
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

    public static ActivityId id(ResultSet row) throws SQLException {
        return new ActivityId(row.getObject("id", UUID.class));
    }

    public static Activity activity(ResultSet row) throws SQLException {
        return new Activity(
                ActivityType.valueOf(row.getString("type")),
                Rows.optionalBigint(row, "actor_id").map(UserId::new),
                Rows.optionalBigint(row, "subject_id").map(UserId::new),
                Rows.time(row, "at"),
                new Origin(
                        Rows.optionalText(row, "address"),
                        Rows.optionalText(row, "user_agent"),
                        Rows.optionalBigint(row, "session_id").map(SessionId::new)),
                Details.read(row.getString("details")));
    }
}
