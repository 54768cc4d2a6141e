package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.NodeClock;
import dev.parley.bootstrap.store.StoreStartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clocks of a node and of its database differ. */
final class WrongClockTest {

    private static final Duration HUNDRED_DAYS = Duration.ofDays(100);

    private final NodeClock clock = new NodeClock();

    @TempDir
    private Path home;

    @Test
    void nodeWithAWrongClockDoesNotStart() throws Exception {
        clock.setAhead(HUNDRED_DAYS);
        try (ExternalPostgres stores = ExternalPostgres.start(home.resolve("stores"))) {
            Path node = Files.createDirectory(home.resolve("node"));

            assertThatThrownBy(() -> InProcessService.start(node, stores, clock))
                    .hasRootCauseInstanceOf(StoreStartException.class)
                    .rootCause()
                    .hasMessageStartingWith("the clock of this node says ")
                    .hasMessageContaining(", the clock of the database ");
        }
    }

    @Test
    void nodeWhoseClockBecomesWrongPausesAndRecovers() throws Exception {
        try (ExternalPostgres stores = ExternalPostgres.start(home.resolve("stores"));
                InProcessService node =
                        InProcessService.start(Files.createDirectory(home.resolve("node")), stores, clock)) {
            awaitReady(node, 200);
            Api anna = node.api().signUp("anna");
            assertThat(anna.send("anna", "hello", "0198c5a8-0000-7000-8000-000000000001")
                            .status())
                    .isEqualTo(201);
            List<Long> before = rows(stores);

            clock.setAhead(HUNDRED_DAYS);

            awaitReady(node, 503);
            assertThat(node.admin()
                            .get("/healthcheck")
                            .json()
                            .at("/clock/message")
                            .asText())
                    .startsWith("the clock of this node says ")
                    .contains(", the clock of the database ");
            assertThat(skew(node)).isBetween(HUNDRED_DAYS.toSeconds() - 10.0, HUNDRED_DAYS.toSeconds() + 10.0);
            assertThat(anna.send("anna", "dated in a hundred days").status()).isEqualTo(503);
            assertThat(anna.get("/v1/unread").status())
                    .as("not 401: the session is valid")
                    .isEqualTo(503);
            awaiting().until(() -> node.log().contains("Maintenance jobs pause: the clock of this node says "));

            clock.setAhead(Duration.ZERO);

            awaitReady(node, 200);
            awaiting().until(() -> node.log().contains("Maintenance jobs run again"));
            assertThat(anna.send("anna", "hello again").status()).isEqualTo(201);
            assertThat(rows(stores).getFirst()).isEqualTo(before.getFirst());
            assertThat(rows(stores).getLast()).isGreaterThan(before.getLast());
            assertThat(skew(node)).isBetween(-10.0, 10.0);
            assertThat(node.log()
                            .lines()
                            .filter(line -> line.contains("Maintenance jobs pause: the clock of this node ")))
                    .hasSize(1);
        }
    }

    /** Checks idempotency keys and events. */
    private static List<Long> rows(ExternalPostgres stores) {
        return List.of(
                stores.rows().number("SELECT count(*) FROM message_key"),
                stores.rows().number("SELECT count(*) FROM user_event"));
    }

    private static double skew(InProcessService node) {
        return node.admin()
                .get("/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("parley_clock_skew_seconds "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ", -1)[1]))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitReady(InProcessService node, int status) {
        awaiting().until(() -> node.admin().get("/ready").status() == status);
    }

    private static ConditionFactory awaiting() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
