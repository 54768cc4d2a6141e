package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stops under load: sends, streams, slow clients, and HTTP/2 clients that disconnect after their response.
 *
 * <p>{@code -Dparley.stops=N} sets the number of stops, {@code -Dparley.full=true} makes it 200. The durations are
 * written to target/stops.txt.
 */
final class StopTest {

    private static final int STOPS = Integer.getInteger("parley.stops", Boolean.getBoolean("parley.full") ? 200 : 2);

    /** From config.yml: the time for which a stop waits for open requests. */
    private static final Duration GRACE_PERIOD = Duration.ofSeconds(15);

    private static final Path TIMES = Path.of("target", "stops.txt");

    @TempDir
    private Path home;

    @Test
    void stopUnderLoadEndsWithinItsGracePeriod() throws Exception {
        Path keyStore = KeyStoreFile.in(home);
        StringBuilder times = new StringBuilder();
        try (ExternalPostgres stores = ExternalPostgres.start(home.resolve("stores"))) {
            for (int stop = 0; stop < STOPS; stop++) {
                Path here = Files.createDirectory(home.resolve("stop-" + stop));

                Duration time =
                        stopUnderLoad(InProcessService.start(here, EdgeConfig.in(here, keyStore), stores), keyStore);

                Files.writeString(TIMES, times.append(time.toMillis()).append(" ms\n"));
                assertThat(time).as("stop %d", stop).isLessThan(GRACE_PERIOD);
                assertThat(new LogFiles(here.resolve("log_file")).text())
                        .as("stop %d", stop)
                        .doesNotContain("after its grace period");
            }
        }
    }

    private static Duration stopUnderLoad(InProcessService service, Path keyStore) throws Exception {
        long begin;
        try (EdgeLoad load = new EdgeLoad(keyStore)) {
            try (service) {
                load.start(service);
                load.awaitAnswers();
                begin = System.nanoTime();
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }
}
