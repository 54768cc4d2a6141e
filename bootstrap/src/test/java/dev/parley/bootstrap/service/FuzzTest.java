package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.service.fuzz.FuzzRun;
import dev.parley.domain.testkit.Property;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is thrown at it, the service answers, says nothing of its insides and loses nothing. Always the same requests, or
 * those of {@code -Dparley.seed=...}, but for the ids and tokens that the service gives; with {@code -Dparley.full=true} 60,000 of them.
 */
final class FuzzTest {

    private static final boolean FULL = Boolean.getBoolean("parley.full");
    private static final int REQUESTS = FULL ? 60_000 : 300;
    private static final int CLIENTS = 4;
    private static final long SEED = 20_261_128;

    @AutoClose
    private static InProcessService service;

    @BeforeAll
    static void start(@TempDir Path home) {
        service = InProcessService.start(home);
    }

    @Test
    void nothingBreaksItAndNothingIsLost() {
        Property.holdsFrom(SEED, random -> play(random.nextLong()));

        assertThat(service.log().lines().filter(FuzzTest::isWritten)).isEmpty();
        assertThat(service.findings()).isEmpty();
    }

    private static void play(long seed) {
        URI admin = service.admin().base();

        FuzzRun.Report report = new FuzzRun(service.port(), admin.getPort(), seed, REQUESTS, CLIENTS).play();

        assertThat(report.failures()).as("%s", report.outcomes()).isEmpty();
    }

    /**
     * What a stranger could fill the log with, but for the line that every request has. That a client has hung up while its
     * poll was answered Jersey takes for an error, and says so where it says what is one.
     */
    private static boolean isWritten(String line) {
        return line.matches("\\S+Z (WARN|ERROR) .*")
                && !line.contains("HealthCheckManager")
                && !line.contains("An I/O error has occurred while writing a response");
    }
}
