package dev.parley.adapters.persistence.session;

import dev.parley.adapters.persistence.shared.Row;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.Session;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** A row of {@code session} as the domain sees it. */
public final class SessionRows {

    /** All columns of a session but its digest and its program, by their names. */
    static final RowMapper<Session> SESSIONS = Row.mapper(row -> read(row, ""));

    private SessionRows() {}

    /**
     * Of a row that has a session beside something else: its columns by their names, with {@code prefix} before each.
     *
     * @return empty if the row was joined with none
     */
    public static Optional<Session> session(Row row, String prefix) {
        return row.optionalBigint(prefix + "id").map(id -> read(row, prefix));
    }

    private static Session read(Row row, String prefix) {
        return new Session(
                new SessionId(row.bigint(prefix + "id")),
                new UserId(row.bigint(prefix + "user_id")),
                row.optionalText(prefix + "device_name").flatMap(DeviceName::ofStored),
                row.optionalText(prefix + "address"),
                row.time(prefix + "created_at"),
                row.time(prefix + "last_seen_at"),
                row.time(prefix + "expires_at"));
    }
}
