package dev.parley.bootstrap.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class MaintenanceTest {

    private static final Duration OFTEN = Duration.ofMillis(5);

    /** An interval that elapses once during a test. */
    private static final Duration SELDOM = Duration.ofSeconds(3);

    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicReference<Optional<String>> obstacle = new AtomicReference<>(Optional.empty());
    private Maintenance maintenance = new Maintenance(List.of(), obstacle::get);

    @AfterEach
    void stop() {
        maintenance.stop();
    }

    @Test
    void jobsRunRepeatedly() {
        begin(new MaintenanceJob("things done", OFTEN, turns::incrementAndGet));

        await().untilAsserted(() -> assertThat(turns).hasValueGreaterThan(2));
    }

    @Test
    void jobWithABacklogRepeatsWithoutBlockingOthers() {
        AtomicInteger left = new AtomicInteger(5);
        AtomicInteger endless = new AtomicInteger();
        begin(
                new MaintenanceJob("endless things done", OFTEN, endless::incrementAndGet),
                new MaintenanceJob("things done", SELDOM, () -> {
                    turns.incrementAndGet();
                    return left.getAndUpdate(now -> Math.max(0, now - 1));
                }));

        await().until(() -> turns.get() > 5 && endless.get() > 2); // the last run found no work
        assertThat(left).hasValue(0);
    }

    @Test
    void jobBelowItsThresholdWaitsForItsIntervalAndIsLogged() {
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        Logger log = (Logger) LoggerFactory.getLogger(Maintenance.class);
        log.addAppender(logged);
        log.setLevel(Level.INFO); // undoes the setting of an earlier command in this JVM
        AtomicInteger left = new AtomicInteger(12);
        try {
            begin(new MaintenanceJob("things done", OFTEN, 5, () -> {
                turns.incrementAndGet();
                return Math.min(5, left.getAndUpdate(now -> Math.max(0, now - 5)));
            }));

            await().untilAsserted(() -> assertThat(logged.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsExactly("12 things done"));
            assertThat(turns).hasValueGreaterThanOrEqualTo(3);
        } finally {
            log.setLevel(null);
            log.detachAppender(logged);
        }
    }

    @Test
    void zeroThresholdIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MaintenanceJob("things done", OFTEN, 0, () -> 0));
    }

    @Test
    void failedJobIsRetriedWithoutBlockingOthers() {
        AtomicInteger outages = new AtomicInteger();
        AtomicInteger bugs = new AtomicInteger();
        begin(
                new MaintenanceJob("things in an outage", OFTEN, () -> {
                    outages.incrementAndGet();
                    throw new UnavailableException(Dependency.STATE_STORE);
                }),
                new MaintenanceJob("things that break", OFTEN, () -> {
                    bugs.incrementAndGet();
                    throw new IllegalStateException("broken");
                }),
                new MaintenanceJob("things done", OFTEN, turns::incrementAndGet));

        await().untilAsserted(() -> {
            assertThat(outages).hasValueGreaterThan(2);
            assertThat(bugs).hasValueGreaterThan(2);
            assertThat(turns).hasValueGreaterThan(2);
        });
    }

    @Test
    void jobsPauseWhileTheNodeMustNotWorkAndLogItOnce() {
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        Logger log = (Logger) LoggerFactory.getLogger(Maintenance.class);
        log.addAppender(logged);
        log.setLevel(Level.INFO);
        AtomicInteger looks = new AtomicInteger();
        obstacle.set(Optional.of("the clock is wrong"));
        try {
            maintenance =
                    new Maintenance(List.of(new MaintenanceJob("things done", OFTEN, turns::incrementAndGet)), () -> {
                        looks.incrementAndGet();
                        return obstacle.get();
                    });
            maintenance.start();
            await().untilAsserted(() -> assertThat(looks).hasValueGreaterThan(3));
            assertThat(turns).hasValue(0);

            obstacle.set(Optional.empty());

            await().untilAsserted(() -> assertThat(turns).hasValueGreaterThan(2));
            maintenance.stop();
            assertThat(logged.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .filteredOn(line -> line.startsWith("Maintenance"))
                    .containsExactly("Maintenance jobs pause: the clock is wrong", "Maintenance jobs run again");
        } finally {
            log.setLevel(null);
            log.detachAppender(logged);
        }
    }

    @Test
    void noJobRunsAfterStop() {
        begin(new MaintenanceJob("things done", OFTEN, turns::incrementAndGet));
        await().untilAsserted(() -> assertThat(turns).hasPositiveValue());

        maintenance.stop();

        await().untilAsserted(() -> {
            int before = turns.get();
            await().pollDelay(OFTEN.multipliedBy(4)).until(() -> true);
            assertThat(turns).hasValue(before);
        });
    }

    private void begin(MaintenanceJob... jobs) {
        maintenance = new Maintenance(List.of(jobs), obstacle::get);
        maintenance.start();
    }
}
