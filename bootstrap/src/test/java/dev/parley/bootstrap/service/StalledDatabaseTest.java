package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The database accepts connections but does not respond, or responds but does not commit. */
final class StalledDatabaseTest {

    private static final Duration UNREADY_WITHIN = Duration.ofSeconds(5);

    /** Allows for a busy machine: requests that wait for the database take 5 s and more. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private static final int THREADS = 8;

    /** The connections that may be in use when the outage begins, and that of the canary. */
    private static final long MOST_BACKENDS = 8;

    private static final String WAITING_FOR_STANDBY =
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'";

    @AutoClose
    private static ExternalPostgres stores;

    @AutoClose
    private static InProcessService service;

    private Api anna;
    private String peer = "";

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        stores = ExternalPostgres.start(home.resolve("stores"));
        service = InProcessService.start(Files.createDirectory(home.resolve("service")), stores);
    }

    @BeforeEach
    void signUp(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName();
        peer = "bo-" + name;
        // The pool validates a connection at most once a second, so some may be those of the previous test.
        awaiting()
                .during(Duration.ofMillis(1500))
                .until(() -> service.admin().get("/ready").status() == 200);
        anna = service.api().signUp("anna-" + name);
        service.api().signUp(peer);
    }

    @AfterEach
    void mend() {
        stores.faults().resume();
        stores.faults().forgetStandby();
    }

    @Test
    void hangingCommitsMakeTheNodeUnreadyAndSendsFailFast() {
        try (SendLoad load = SendLoad.start(THREADS, peer, anna)) {
            awaiting().until(() -> load.acknowledged().size() > 20);
            stores.faults().awaitStandby();

            awaitUnready();
            assertRefusedAtOnce();
            int before = load.refused().size();
            awaiting().until(() -> load.refused().size() > before + 5 * THREADS);
            assertThat(stores.rows().number(WAITING_FOR_STANDBY))
                    .as("backends that wait for the standby")
                    .isBetween(1L, MOST_BACKENDS);
            assertThat(service.admin().get("/live").status()).isEqualTo(200);

            stores.faults().forgetStandby();
            awaitRecovery(load);
        }
        assertThat(stores.rows().number(WAITING_FOR_STANDBY)).isZero();
    }

    @Test
    void hangingDatabaseMakesTheNodeUnreadyAndSendsFailFast() {
        try (SendLoad load = SendLoad.start(THREADS, peer, anna)) {
            awaiting().until(() -> load.acknowledged().size() > 20);
            stores.faults().pause();

            awaitUnready();
            assertRefusedAtOnce();
            assertThat(service.admin().get("/live").status()).isEqualTo(200);
            for (String path : List.of("/docs", "/docs/page.js", "/v1/openapi.json")) {
                assertThat(service.api().get(path).status()).as(path).isEqualTo(200);
            }

            stores.faults().resume();
            awaitRecovery(load);
        }
    }

    @Test
    void adminPortRespondsWhileTheDatabaseHangs() {
        stores.faults().pause();

        for (int round = 0; round < 3; round++) {
            for (String path : List.of("/healthcheck", "/prometheus", "/metrics", "/ready", "/live", "/started")) {
                assertAnsweredAtOnce(path);
            }
            awaitUnready(); // the first round before the outage, the second after it
        }
        assertThat(service.admin().get("/prometheus").text())
                .contains("parley_health{check=\"database\"} 0.0", "parley_outbox_depth ", "parley_relay_lag_seconds ");
        awaiting().untilAsserted(() -> {
            assertAnsweredAtOnce("/healthcheck");
            assertThat(service.admin().get("/prometheus").text())
                    .contains("parley_health{check=\"relay\"} 0.0", "parley_health{check=\"log-store\"} 0.0");
        });
    }

    private static void assertAnsweredAtOnce(String path) {
        long began = System.nanoTime();
        service.admin().get(path);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as(path).isLessThan(AT_ONCE);
    }

    /** On a new connection: the server delays a second request within a second on the same one. */
    private void assertRefusedAtOnce() {
        Api another = anna.alsoAt(anna.base());
        long began = System.nanoTime();
        ApiResponse answer = another.send(peer, "refused");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as("a refusal").isLessThan(AT_ONCE);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).contains("1");
        assertThat(answer.json().get("detail").asText()).isEqualTo("Service temporarily unavailable.");
    }

    private static void awaitRecovery(SendLoad load) {
        awaitReady();
        int before = load.acknowledged().size();
        awaiting().until(() -> load.acknowledged().size() > before + 20);
        load.close();
        assertThat(load.unanswered()).isZero();
        assertThat(load.refused())
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(503));
    }

    private static void awaitReady() {
        awaiting().until(() -> service.admin().get("/ready").status() == 200);
    }

    private static void awaitUnready() {
        await().atMost(UNREADY_WITHIN)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> service.admin().get("/ready").status() == 503);
    }

    private static ConditionFactory awaiting() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
