package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded PostgreSQL of a node hangs. */
final class StalledEmbeddedDatabaseTest {

    @Test
    void nodeIsUnreadyWithinFiveSecondsAndRecovers(@TempDir Path home) {
        try (InProcessService service = InProcessService.start(home)) {
            PostgresFaults faults = new PostgresFaults(service.dataDirectory());
            awaiting(30).until(() -> service.admin().get("/ready").status() == 200);
            Api anna = service.api().signUp("anna");
            try {
                faults.pause();

                awaiting(5).until(() -> service.admin().get("/ready").status() == 503);
                assertThat(anna.send("anna", "refused").status()).isEqualTo(503);
            } finally {
                faults.resume();
            }
            awaiting(30).until(() -> service.admin().get("/ready").status() == 200);
            awaiting(30).until(() -> anna.send("anna", "hello").status() == 201);
        }
    }

    private static ConditionFactory awaiting(long seconds) {
        return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(50));
    }
}
