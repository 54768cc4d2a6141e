package dev.parley.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.adapters.persistence.PostgresExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

final class CommitCanaryTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final AtomicLong nanos = new AtomicLong();
    private CommitCanary canary = canary(POSTGRES.unpooled(PostgresExtension.APP, PostgresExtension.STATE));

    @AfterEach
    void stop() {
        canary.stop();
    }

    private CommitCanary canary(DataSource database) {
        return new CommitCanary(database, -7, Clock.systemUTC(), nanos::get);
    }

    /** @param took the time by which each of the two clock readings of a commit advances the clock */
    private CommitCanary slow(LongSupplier took) {
        DataSource database = POSTGRES.unpooled(PostgresExtension.APP, PostgresExtension.STATE);
        return new CommitCanary(database, -7, new SlowClock(nanos, took), nanos::get);
    }

    @Test
    void nodeBeforeItsFirstCommitIsUnhealthyAndMayWork() {
        assertThat(canary.obstacle()).isEmpty();
        assertThat(canary.skew()).isEmpty();
        assertThat(new CommitHealthCheck(canary).check().isHealthy()).isFalse();
        assertThat(new ClockHealthCheck(canary).check().isHealthy()).isFalse();
    }

    @Test
    void commitWritesARowAndComparesTheClocks() {
        canary.start();
        await().until(() -> canary.skew().isPresent());

        assertThat(canary.skew().orElseThrow().isTolerable()).isTrue();
        assertThat(new CommitHealthCheck(canary).check().getMessage()).isEqualTo("the database committed 0 ms ago");
        assertThat(new ClockHealthCheck(canary).check().isHealthy()).isTrue();
        assertThat(POSTGRES.state()
                        .<Integer, RuntimeException>withHandle(
                                handle -> handle.createQuery("SELECT slot FROM commit_canary")
                                        .mapTo(Integer.class)
                                        .one()))
                .isEqualTo(25); // -7 modulo 32
    }

    @Test
    void oldCommitIsAnObstacleUntilTheNext() {
        canary.start();
        await().until(() -> canary.skew().isPresent());

        nanos.addAndGet(CommitCanary.OVERDUE.toNanos() + Duration.ofMinutes(1).toNanos());

        await().until(() -> canary.obstacle().isEmpty()); // the next commit ended after it
        assertThat(new CommitHealthCheck(canary).check().isHealthy()).isTrue();
    }

    @Test
    void slowCommitCountsFromItsEnd() {
        AtomicLong once = new AtomicLong(Duration.ofSeconds(3).toNanos());
        canary = slow(() -> once.getAndSet(0));
        canary.start();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(canary.obstacle()).isEmpty();
    }

    @Test
    void commitThatMayHaveBeenCancelledDoesNotCount() {
        canary = slow(Duration.ofSeconds(2)::toNanos);
        canary.start();

        assertThat(canary.skew()).isPresent();
        assertThat(canary.obstacle().orElseThrow()).startsWith("the database has not committed for ");
    }

    @Test
    void unreachableDatabaseIsAnObstacleWithItsReason() {
        PGSimpleDataSource away = new PGSimpleDataSource();
        away.setUrl("jdbc:postgresql://127.0.0.1:1/parley");
        canary = canary(away);
        canary.start();
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());

        await().until(() -> canary.obstacle().orElse("").contains("refused"));

        assertThat(canary.obstacle().orElseThrow())
                .startsWith("the database has not committed for 4 s: Connection to 127.0.0.1:1 refused");
        assertThat(new CommitHealthCheck(canary).check().getMessage())
                .isEqualTo(canary.obstacle().orElseThrow());
    }

    @Test
    void connectionClosedByTheDatabaseIsReplaced() {
        canary.start();
        await().until(() -> canary.skew().isPresent());

        assertThat(POSTGRES.stateAsOwner()
                        .<List<Boolean>, RuntimeException>withHandle(handle -> handle.createQuery(
                                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '"
                                                + PostgresExtension.APP
                                                + "' AND query LIKE 'INSERT INTO commit_canary%'")
                                .mapTo(Boolean.class)
                                .list()))
                .as("the backend of the canary, and possibly one of an earlier test")
                .contains(true);
        var first = canary.skew();

        await().until(() -> !canary.skew().equals(first));
    }

    /** Each reading advances the ticker. */
    private static final class SlowClock extends Clock {

        private final AtomicLong nanos;
        private final LongSupplier took;

        SlowClock(AtomicLong nanos, LongSupplier took) {
            this.nanos = nanos;
            this.took = took;
        }

        @Override
        public Instant instant() {
            nanos.addAndGet(took.getAsLong());
            return Clock.systemUTC().instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("times are UTC here");
        }
    }
}
