package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.postgres.EmbeddedDatabases;
import dev.parley.bootstrap.postgres.EmbeddedPostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many sends as may wait, because for a while the database stores none. */
@Tag("slow")
final class CrowdTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MOST = 512;
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    @TempDir
    private Path home;

    @AutoClose
    private final ServiceProcesses services = new ServiceProcesses();

    @Test
    void whoComesOnTopIsRefusedUnseenAndOthersAreServed() {
        Map<String, String> patience = Map.of(
                "lockTimeout: 2s", "lockTimeout: 60s",
                "statementTimeout: 5s", "statementTimeout: 60s",
                "socketTimeout: 6s", "socketTimeout: 61s");
        Path patient = ConfigFile.changed(home, patience);
        ServiceProcess service = services.serving(patient, Settings.in(home).onEmptyStores());
        Api anna = service.api().signUp("anna");
        service.api().signUp("bo");
        service.api().signUp("cleo");
        // The node does not look up cached sessions: 512 at the same time would wait for the few connections, longer
        // than they
        // may.
        assertThat(anna.send("bo", "one before them").status()).isEqualTo(201);

        List<CompletableFuture<ApiResponse>> begun;
        try (Handle holding = holdUpEverySend(service)) {
            begun = crowd(anna);
            List<CompletableFuture<ApiResponse>> crowd = begun;
            await().atMost(LIMIT).untilAsserted(() -> {
                assertThat(answered(crowd)).isEmpty();
                assertThat(service.admin().get("/prometheus").text()).contains("parley_sends_waiting " + MOST);
            });

            ApiResponse v1 = service.api().post("/v1/conversations/bo/messages", "not even JSON");
            assertToldToComeAgain(v1);
            assertThat(v1.json().get("code").asText()).isEqualTo("unavailable");
            ApiResponse classic = anna.send("bo", "one too many");
            assertToldToComeAgain(classic);
            assertThat(classic.json().get("detail").asText()).isEqualTo("Service temporarily unavailable.");
            assertThat(anna.get("/v1/conversations").status()).isEqualTo(200);
            // Not Anna's own login: it takes her lock, which her sends hold until they are stored.
            assertThat(service.api()
                            .post("/v1/sessions", Api.credentials("cleo", Api.PASSWORD))
                            .status())
                    .isEqualTo(201);
            assertThat(service.admin().get("/prometheus").text()).contains("parley_sends_shed_total 2");
            holding.rollback();
        }

        assertThat(begun).allSatisfy(send -> assertThat(send.join().status()).isEqualTo(201));
        assertThat(anna.send("bo", "room again").status()).isEqualTo(201);
    }

    private static List<CompletableFuture<ApiResponse>> crowd(Api sender) {
        return IntStream.range(0, MOST)
                .mapToObj(
                        number -> CompletableFuture.supplyAsync(() -> sender.send("bo", "message " + number), THREADS))
                .toList();
    }

    private static Stream<ApiResponse> answered(List<CompletableFuture<ApiResponse>> crowd) {
        return crowd.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join);
    }

    private static Handle holdUpEverySend(ServiceProcess service) {
        EmbeddedDatabases databases = EmbeddedPostgresServer.databasesOfRunning(
                        service.settings().dataDirectory())
                .orElseThrow();
        Handle handle = DatabaseRows.connect(databases.owner()).open();
        handle.begin();
        handle.execute("LOCK TABLE message IN EXCLUSIVE MODE");
        return handle;
    }

    private static void assertToldToComeAgain(ApiResponse answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).contains("1");
        assertThat(answer.header("X-Request-Id")).isPresent();
    }
}
