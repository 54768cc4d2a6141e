package dev.parley.adapters.persistence.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/**
 * Binds one column of many rows as one array, for {@code unnest} or {@code ANY}. So a statement has the same text, and takes one
 * round trip, for any number of rows.
 *
 * <p>JDBI's {@code bindArray} looks up the element type for each parameter of each statement, which a send with its forty arrays
 * would pay for. An {@link Argument} needs no lookup. Elements have their boxed types, so that the driver sends numbers in
 * binary.
 */
public final class Column {

    private Column() {}

    public static <R> Argument bigint(Collection<R> rows, Function<R, Long> value) {
        return array("int8", rows, value.andThen(Optional::of), Long[]::new);
    }

    public static <R> Argument optionalBigint(Collection<R> rows, Function<R, Optional<Long>> value) {
        return array("int8", rows, value, Long[]::new);
    }

    public static <R> Argument bool(Collection<R> rows, Predicate<R> value) {
        return array("bool", rows, row -> Optional.of(value.test(row)), Boolean[]::new);
    }

    public static <R> Argument text(Collection<R> rows, Function<R, String> value) {
        return array("text", rows, value.andThen(Optional::of), String[]::new);
    }

    public static <R> Argument optionalText(Collection<R> rows, Function<R, Optional<String>> value) {
        return array("text", rows, value, String[]::new);
    }

    public static <R> Argument uuid(Collection<R> rows, Function<R, UUID> value) {
        return array("uuid", rows, value.andThen(Optional::of), UUID[]::new);
    }

    /** @param hex hexadecimal digits of the bytes to store */
    public static <R> Argument bytes(Collection<R> rows, Function<R, String> hex) {
        return array("bytea", rows, hex.andThen(HexFormat.of()::parseHex).andThen(Optional::of), byte[][]::new);
    }

    public static <R> Argument time(Collection<R> rows, Function<R, Instant> value) {
        return optionalTime(rows, value.andThen(Optional::of));
    }

    public static <R> Argument optionalTime(Collection<R> rows, Function<R, Optional<Instant>> value) {
        return array("timestamptz", rows, value.andThen(time -> time.map(ValueTypes::utc)), OffsetDateTime[]::new);
    }

    private static <R, C> Argument array(
            String type, Collection<R> rows, Function<R, Optional<C>> value, IntFunction<@Nullable C[]> empty) {
        @Nullable C[] elements = empty.apply(rows.size());
        int position = 0;
        for (R row : rows) {
            elements[position++] = value.apply(row).orElse(null);
        }
        return (parameter, statement, context) ->
                statement.setArray(parameter, statement.getConnection().createArrayOf(type, elements));
    }
}
