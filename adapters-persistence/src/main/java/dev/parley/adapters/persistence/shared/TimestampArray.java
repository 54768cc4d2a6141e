package dev.parley.adapters.persistence.shared;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Times as {@code timestamptz[]} in PostgreSQL's binary format ({@code array_recv} and {@code timestamptz_recv} in its sources).
 * The driver would write them as text, and a message has eight: writing and reading those took a twentieth of a group's time.
 */
final class TimestampArray {

    /** Where PostgreSQL's times begin. */
    private static final long EPOCH_SECOND =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private static final int HEADER = 5 * Integer.BYTES;
    private static final int MOST_OF_AN_ELEMENT = Integer.BYTES + Long.BYTES;
    private static final int NULL_LENGTH = -1;

    private TimestampArray() {}

    /** Times have microseconds; what is finer is cut off, as rounding might go up and past another time. */
    static Array of(List<Optional<Instant>> times, Connection connection) throws SQLException {
        return new PgArray(connection.unwrap(BaseConnection.class), Oid.TIMESTAMPTZ_ARRAY, bytes(times));
    }

    private static byte[] bytes(List<Optional<Instant>> times) {
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + times.size() * MOST_OF_AN_ELEMENT);
        buffer.putInt(1) // dimensions
                .putInt(times.stream().allMatch(Optional::isPresent) ? 0 : 1)
                .putInt(Oid.TIMESTAMPTZ)
                .putInt(times.size())
                .putInt(1); // the first has this number
        times.forEach(time -> time.ifPresentOrElse(
                instant -> buffer.putInt(Long.BYTES).putLong(micros(instant)), () -> buffer.putInt(NULL_LENGTH)));
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    private static long micros(Instant instant) {
        long seconds = Math.subtractExact(instant.getEpochSecond(), EPOCH_SECOND);
        return Math.addExact(Math.multiplyExact(seconds, 1_000_000L), instant.getNano() / 1000);
    }
}
