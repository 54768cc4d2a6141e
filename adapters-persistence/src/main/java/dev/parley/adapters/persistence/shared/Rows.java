package dev.parley.adapters.persistence.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What JDBC's own getters lack for row mappers: times, optional values and hexadecimal digits. */
public final class Rows {

    private Rows() {}

    public static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The stored bytes as hexadecimal digits. */
    public static String hex(ResultSet row, String column) throws SQLException {
        return HexFormat.of().formatHex(row.getBytes(column));
    }

    public static Optional<Instant> optionalTime(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    public static Optional<Long> optionalBigint(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    public static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** The columns of a joined table for a {@code SELECT}, each named with the prefix. */
    public static String joined(String table, String prefix, String columns) {
        return Stream.of(columns.split(", "))
                .map(column -> table + "." + column + " AS " + prefix + column)
                .collect(Collectors.joining(", "));
    }
}
