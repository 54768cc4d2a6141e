package dev.parley.bootstrap.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * How far the clock of this node is from the clock of the state database.
 *
 * @param node the time on the clock of the node
 * @param database the time on the clock of the database
 */
public record ClockSkew(Instant node, Instant database) {

    /** Nodes order and expire rows by their own clocks, so these must not differ by more. */
    public static final Duration TOLERANCE = Duration.ofMinutes(1);

    /**
     * The smallest difference that explains the values: a database may answer late.
     *
     * @param before the clock of the node before the database was asked
     * @param after the clock of the node after it has answered
     */
    public static ClockSkew of(Instant before, Instant database, Instant after) {
        if (database.isBefore(before)) {
            return new ClockSkew(before, database);
        }
        return new ClockSkew(database.isAfter(after) ? after : database, database);
    }

    /** @param statement returns the time of the database as its only value */
    public static ClockSkew read(PreparedStatement statement, Clock clock) throws SQLException {
        Instant before = clock.instant();
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return of(before, row.getObject(1, OffsetDateTime.class).toInstant(), clock.instant());
        }
    }

    /** Positive if the node is ahead. */
    public Duration ahead() {
        return Duration.between(database, node);
    }

    public boolean isTolerable() {
        return ahead().abs().compareTo(TOLERANCE) <= 0;
    }

    /** Both times, for operators. */
    public String text() {
        return "the clock of this node says %s, the clock of the database %s".formatted(node, database);
    }
}
