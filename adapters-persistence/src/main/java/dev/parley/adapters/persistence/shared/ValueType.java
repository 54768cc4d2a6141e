package dev.parley.adapters.persistence.shared;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * How a value of the domain is stored in a column, and made of one again.
 *
 * <p>It is {@code Preparable} because JDBI asks such factories first: its own way with an {@code Instant}, which rounds
 * and goes through the calendar of the machine's time zone, would win otherwise.
 *
 * @param column what the driver takes and gives for it
 */
record ValueType<T, C>(Class<T> type, Class<C> column, Function<T, C> store, Function<C, T> load)
        implements ArgumentFactory.Preparable, ColumnMapper<T> {

    @Override
    public Optional<Function<Object, Argument>> prepare(Type wanted, ConfigRegistry config) {
        return type.equals(wanted) ? Optional.of(value -> argument(type.cast(value))) : Optional.empty();
    }

    private Argument argument(T value) {
        C stored = store.apply(value);
        return (position, statement, context) -> statement.setObject(position, stored);
    }

    @Override
    public @Nullable T map(ResultSet row, int number, StatementContext context) throws SQLException {
        C stored = row.getObject(number, column);
        return row.wasNull() ? null : load.apply(stored);
    }
}
