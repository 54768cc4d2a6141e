package dev.parley.adapters.persistence.session;

import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.Session;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The columns of {@code session}, and the mappers of its rows. */
public final class SessionRows {

    /** All but the digest, the network and the user agent. */
    static final String COLUMNS = "id, user_id, device_name, address, created_at, last_seen_at, expires_at";

    /** Not {@code session_}, because other tables have a column {@code session_id}. */
    private static final String PREFIX = "device_";

    /** The columns of a table or alias {@code session} in an outer join, for {@link #findJoined}. */
    public static final String JOINED_COLUMNS = Rows.joined("session", PREFIX, COLUMNS);

    /** Maps rows with {@link #COLUMNS}. */
    static final RowMapper<Session> SESSIONS = (row, context) -> read(row, "");

    private SessionRows() {}

    /** Maps a row with {@link #JOINED_COLUMNS}; empty if the outer join found no session. */
    public static Optional<Session> findJoined(ResultSet row) throws SQLException {
        return row.getObject(PREFIX + "id") == null ? Optional.empty() : Optional.of(read(row, PREFIX));
    }

    private static Session read(ResultSet row, String prefix) throws SQLException {
        return new Session(
                new SessionId(row.getLong(prefix + "id")),
                new UserId(row.getLong(prefix + "user_id")),
                Rows.optionalText(row, prefix + "device_name").flatMap(DeviceName::ofStored),
                Rows.optionalText(row, prefix + "address"),
                Rows.time(row, prefix + "created_at"),
                Rows.time(row, prefix + "last_seen_at"),
                Rows.time(row, prefix + "expires_at"));
    }
}
