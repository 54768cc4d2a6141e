package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.testkit.ConcurrentRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** One of the databases fails under load and recovers, or log-ins use all resources; the service stays up. */
final class OutageTest {

    @AutoClose
    private static ExternalPostgres stores;

    @AutoClose
    private static InProcessService service;

    private Api anna;
    private Api bo;
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
        awaiting().until(() -> service.admin().get("/ready").status() == 200);
        anna = service.api().signUp("anna-" + name);
        bo = service.api().signUp(peer);
    }

    @Test
    void disconnectedDatabaseIsUnavailableUntilItReturns() {
        survives(() -> stores.toState().cut(), () -> stores.toState().restore());
    }

    @Test
    void silentDatabaseIsUnavailableUntilItReturns() {
        survives(() -> stores.toState().fallSilent(), () -> stores.toState().restore());
    }

    @Test
    void crashedDatabaseIsUnavailableUntilItReturns() {
        survives(() -> stores.crash(), () -> stores.restart());
    }

    private void survives(Runnable outage, Runnable recovery) {
        try (SendLoad load = SendLoad.start(4, peer, anna)) {
            awaiting().until(() -> load.acknowledged().size() > 20);
            outage.run();
            awaiting().until(() -> !load.refused().isEmpty());
            awaiting()
                    .untilAsserted(() ->
                            assertThat(service.admin().get("/ready").status()).isEqualTo(503));
            assertThat(service.admin().get("/live").status()).isEqualTo(200);
            recovery.run();
            int before = load.acknowledged().size();
            awaiting().until(() -> load.acknowledged().size() > before + 20);
            awaiting().until(() -> service.admin().get("/ready").status() == 200);
            load.close();

            assertThat(load.refused()).allSatisfy(OutageTest::assertTemporary);
            assertThat(load.unanswered()).isZero();
            load.assertDurable(bo, "anna-" + peer.substring("bo-".length()));
        }
        assertNothingIsHalfWritten();
    }

    @Test
    void connectionsClosedByTheDatabaseAreReplaced() {
        try (SendLoad load = SendLoad.start(4, peer, anna)) {
            for (int round = 0; round < 5; round++) {
                int before = load.acknowledged().size();
                awaiting().until(() -> load.acknowledged().size() > before + 20);
                stores.rows().endConnections();
            }
            int before = load.acknowledged().size();
            awaiting().until(() -> load.acknowledged().size() > before + 20);
            load.close();

            assertThat(load.refused()).allSatisfy(OutageTest::assertTemporary);
            load.assertDurable(bo, "anna-" + peer.substring("bo-".length()));
        }
        assertNothingIsHalfWritten();
    }

    @Test
    void unavailableLogStoreIsInvisibleAndLosesNothing() {
        stores.toLog().cut();
        try (SendLoad load = SendLoad.start(2, peer, anna)) {
            awaiting().until(() -> load.acknowledged().size() > 100);
            load.close();
            assertThat(load.refused()).isEmpty();
        }
        service.api().logIn(peer);
        assertThat(stores.rows().waiting()).isGreaterThan(100);
        awaiting()
                .untilAsserted(() -> assertThat(List.of(message("log-store"), message("relay")))
                        .satisfiesExactly(
                                logStore -> assertThat(logStore).startsWith("the log store cannot be reached: "),
                                relay -> assertThat(relay)
                                        .contains("activities wait")
                                        .contains("the relay fails: ")));
        assertThat(service.admin().get("/healthcheck").status()).isEqualTo(500);
        assertThat(service.admin().get("/ready").status()).isEqualTo(200);

        stores.toLog().restore();

        assertNothingIsHalfWritten();
        awaiting().until(() -> service.admin().get("/healthcheck").status() == 200);
    }

    @Test
    @EnabledIfSystemProperty(named = "parley.full", matches = "true")
    void sendsContinueDuringAHundredLogins() {
        Api anonymous = service.api();
        Collection<Integer> logins = new ConcurrentLinkedQueue<>();
        try (SendLoad load = SendLoad.start(2, peer, anna)) {
            awaiting().until(() -> load.acknowledged().size() > 10);
            int before = load.acknowledged().size();

            ConcurrentRun.of(100, 1)
                    .run((thread, step) -> logins.add(anonymous
                            .post("/user/login/", Api.credentials(peer, thread % 2 == 0 ? Api.PASSWORD : "mistyped it"))
                            .status()));

            assertThat(load.acknowledged()).as("sent during the outage").hasSizeGreaterThan(before);
            load.close();
            assertThat(load.refused()).isEmpty();
            assertThat(load.unanswered()).isZero();
        }
        assertThat(logins).hasSize(100).contains(200, 400).isSubsetOf(200, 400, 503);
    }

    private static String message(String check) {
        return service.admin()
                .get("/healthcheck")
                .json()
                .at("/" + check + "/message")
                .asText();
    }

    private static void assertTemporary(ApiResponse answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).contains("1");
        assertThat(answer.json().get("detail").asText())
                .isIn(
                        "Service temporarily unavailable.",
                        "It is not known whether the request was carried out. Repeat a message with the same"
                                + " Idempotency-Key.");
        assertThat(answer.json().get("request_id").asText())
                .isEqualTo(answer.header("X-Request-Id").orElseThrow());
    }

    /** Each message has its sequence number, its conversation counts it, and its activity is in the log store once. */
    private static void assertNothingIsHalfWritten() {
        DatabaseRows rows = stores.rows();
        awaiting().until(() -> rows.waiting() == 0);
        assertThat(rows.loggedSends()).containsExactlyInAnyOrderElementsOf(rows.messageIds());
        assertThat(rows.number("""
                SELECT count(*) FROM conversation
                WHERE last_place <> (SELECT count(*) FROM message WHERE conversation_id = conversation.id)
                """)).isZero();
    }

    private static ConditionFactory awaiting() {
        return await().atMost(Duration.ofSeconds(25)).pollInterval(Duration.ofMillis(50));
    }
}
