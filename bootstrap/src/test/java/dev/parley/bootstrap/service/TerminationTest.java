package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.postgres.EmbeddedPostgresServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM during sends. */
@Tag("slow")
final class TerminationTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    @TempDir
    private Path home;

    @AutoClose
    private final ServiceProcesses services = new ServiceProcesses();

    @Test
    void terminatedServiceFinishesItsWorkAndLeavesNoProcess() throws IOException {
        // sends wait for a lock as long as the test requires, not only for the default time-out
        Path patient = ConfigFile.changed(home, "lockTimeout: 2s", "lockTimeout: 40s");
        Settings settings = Settings.in(home).onEmptyStores().with("PARLEY_SHUTDOWN_WAIT", "2s");
        ServiceProcess service = services.serving(patient, settings);
        Api anna = service.api().signUp("anna");
        Api cleo = service.api().signUp("cleo");
        service.api().signUp("bo");
        service.api().signUp("dora");

        try (SendLoad load = SendLoad.start(4, "bo", anna)) {
            await().atMost(LIMIT).until(() -> load.acknowledged().size() > 50);
            List<CompletableFuture<ApiResponse>> begun = terminateWhileTheyWait(service, cleo);

            assertThat(begun)
                    .allSatisfy(send -> assertThat(send.join().status()).isEqualTo(201));
            assertThat(service.awaitEnd()).isIn(0, 143);
            // on connections that were already open, and too late
            assertThat(load.refused()).allSatisfy(TerminationTest::assertRetryLater);
            assertThat(service.errors()).isEmpty();
            assertThat(settings.dataDirectory().resolve("postgres/postmaster.pid"))
                    .doesNotExist();
            assertStoppedInOrder(settings, load, begun);
        }
        assertNoSecretsIn(service.console() + settings.log().text(), anna, cleo);
    }

    private List<CompletableFuture<ApiResponse>> terminateWhileTheyWait(ServiceProcess service, Api sender) {
        DatabaseRows rows = DatabaseRows.behind(service.settings().dataDirectory());
        try (Handle locking = rows.state().open()) {
            locking.begin();
            locking.execute(
                    "SELECT FROM user_head JOIN app_user ON id = user_id WHERE username = 'dora' FOR UPDATE OF user_head");
            List<CompletableFuture<ApiResponse>> waiting = IntStream.range(0, 5)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> sender.send("dora", "canary of content " + number), THREADS))
                    .toList();
            await().atMost(LIMIT).until(() -> rows.waitingForLocks() > 0);
            service.terminate();
            assertServesThoughUnready(service, sender);
            await().atMost(LIMIT)
                    .until(() -> refusesConnections(service.settings().port()));
            locking.rollback();
            return waiting;
        }
    }

    /** Sends no request: one at the moment of closing might not get a response until the process exits. */
    private static boolean refusesConnections(int port) throws IOException {
        try (Socket connected = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return connected.isClosed();
        } catch (ConnectException refused) {
            return true;
        } catch (SocketException closing) {
            return false;
        }
    }

    private static void assertServesThoughUnready(ServiceProcess service, Api client) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> service.admin().get("/ready").status() == 503);
        assertThat(service.admin().get("/live").status()).isEqualTo(200);
        assertThat(client.alsoAt(service.settings().api()).get("/message/bo/").status())
                .isEqualTo(200);
    }

    private static void assertRetryLater(ApiResponse answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.json().get("detail").asText()).isNotBlank();
    }

    /** A second server on the directory shows what the service left there. */
    private static void assertStoppedInOrder(
            Settings settings, SendLoad load, List<CompletableFuture<ApiResponse>> begun) throws IOException {
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(settings.dataDirectory())) {
            DatabaseRows rows = DatabaseRows.of(server.databases());
            assertThat(rows.waiting()).isZero();
            assertThat(rows.messageIds())
                    .containsAll(load.acknowledged().keySet())
                    .containsAll(begun.stream()
                            .map(send -> send.join().json().get("id").asLong())
                            .toList());
            assertThat(rows.loggedSends()).containsExactlyInAnyOrderElementsOf(rows.messageIds());
        }
        assertThat(serverLog(settings))
                .contains("database system was shut down")
                .doesNotContain("not properly shut down")
                .doesNotContain("automatic recovery");
    }

    private static String serverLog(Settings settings) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> logs = Files.list(settings.dataDirectory().resolve("postgres/log"))) {
            for (Path log : logs.toList()) {
                all.append(Files.readString(log));
            }
        }
        return all.toString();
    }

    private static void assertNoSecretsIn(String log, Api... clients) {
        assertThat(log)
                .contains("POST /message/dora/ 201")
                .doesNotContain(Api.PASSWORD)
                .doesNotContain("canary of content")
                .doesNotContain(" ERROR ");
        assertThat(clients).allSatisfy(client -> assertThat(log).doesNotContain(client.token()));
    }
}
