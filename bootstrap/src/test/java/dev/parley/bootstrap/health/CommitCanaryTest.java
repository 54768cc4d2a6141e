package dev.parley.bootstrap.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.adapters.persistence.PostgresExtension;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
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
        canary.close();
    }

    private CommitCanary canary(DataSource database) {
        Clock clock = Clock.systemUTC();
        return new CommitCanary(database, -7, clock, nanos::get);
    }

    @Test
    void beforeTheFirstCommitTheNodeIsNotHealthyAndMayWork() {
        assertThat(canary.obstacle()).isEmpty();
        assertThat(canary.skew()).isEmpty();
        assertThat(new CommitHealthCheck(canary).check().isHealthy()).isFalse();
        assertThat(new ClockHealthCheck(canary).check().isHealthy()).isFalse();
    }

    @Test
    void aCommitIsARowAndAComparisonOfTheClocks() {
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
    void aCommitThatBeganTooLongAgoIsAnObstacleUntilTheNext() {
        canary.start();
        await().until(() -> canary.skew().isPresent());

        nanos.addAndGet(CommitCanary.OVERDUE.toNanos() + Duration.ofMinutes(1).toNanos());

        await().until(() -> canary.obstacle().isEmpty()); // the next began after that
        assertThat(new CommitHealthCheck(canary).check().isHealthy()).isTrue();
    }

    @Test
    void aDatabaseThatCannotBeReachedIsAnObstacleWithItsReason() {
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
    void aConnectionThatTheDatabaseEndsIsReplaced() {
        canary.start();
        await().until(() -> canary.skew().isPresent());
        var first = canary.skew();

        POSTGRES.stateAsOwner()
                .useHandle(handle ->
                        handle.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '"
                                + PostgresExtension.APP + "' AND query LIKE '%commit_canary%'"));

        await().until(() -> !canary.skew().equals(first));
    }
}
