package dev.parley.adapters.persistence.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultSetException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The row that a query is at, read by the names of its columns. For what is read in quantity: JDBI's own view of a row looks
 * for the mapper of each value anew.
 */
public final class Row {

    private final ResultSet row;
    private final StatementContext context;

    private Row(ResultSet row, StatementContext context) {
        this.row = row;
        this.context = context;
    }

    public static <T> RowMapper<T> mapper(Function<Row, T> read) {
        return (row, context) -> read.apply(new Row(row, context));
    }

    public boolean bool(String column) {
        return read(column, ResultSet::getBoolean);
    }

    public long bigint(String column) {
        return read(column, ResultSet::getLong);
    }

    public String text(String column) {
        return read(column, ResultSet::getString);
    }

    public UUID uuid(String column) {
        return read(column, (from, name) -> from.getObject(name, UUID.class));
    }

    public Instant time(String column) {
        return read(column, Row::readTime);
    }

    /** The digits of bytes. */
    public String hex(String column) {
        return HexFormat.of().formatHex(read(column, ResultSet::getBytes));
    }

    public Optional<Long> optionalBigint(String column) {
        return optional(column, ResultSet::getLong);
    }

    public Optional<String> optionalText(String column) {
        return optional(column, ResultSet::getString);
    }

    public Optional<Instant> optionalTime(String column) {
        return optional(column, Row::readTime);
    }

    private static @Nullable Instant readTime(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private <T> T read(String column, Reading<T> how) {
        return optional(column, how)
                .orElseThrow(() -> new ResultSetException("nothing in column " + column, null, context));
    }

    private <T> Optional<T> optional(String column, Reading<T> how) {
        try {
            @Nullable T value = how.read(row, column);
            return row.wasNull() ? Optional.empty() : Optional.ofNullable(value);
        } catch (SQLException e) {
            throw new ResultSetException("column " + column + " cannot be read", e, context);
        }
    }

    /** Gives null, or anything, where there is nothing. */
    @FunctionalInterface
    private interface Reading<T> {

        @Nullable T read(ResultSet row, String column) throws SQLException;
    }
}
