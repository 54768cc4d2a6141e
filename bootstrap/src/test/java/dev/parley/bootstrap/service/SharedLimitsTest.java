package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.testkit.ConcurrentRun;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes with the delivered limits, behind a trusted proxy. */
@Tag("slow")
final class SharedLimitsTest {

    private static final String WRONG = "wrong horse battery";

    @AutoClose
    private static ExternalPostgres stores;

    @AutoClose
    private static final ServiceProcesses SERVICES = new ServiceProcesses();

    private static ServiceProcess one;
    private static ServiceProcess other;

    @BeforeAll
    static void start(@TempDir Path home) throws IOException {
        stores = ExternalPostgres.start(home.resolve("stores"));
        one = SERVICES.serving(settings(home, "one"));
        other = SERVICES.serving(settings(home, "other"));
    }

    private static Settings settings(Path home, String name) throws IOException {
        return Settings.in(Files.createDirectory(home.resolve(name)))
                .onStores(stores.state(), stores.log())
                .migratedBy(stores.owner())
                .with("PARLEY_RATE_LIMITS", "on")
                .with("PARLEY_TRUSTED_PROXIES", "127.0.0.0/8, 10.0.0.0/8");
    }

    @Test
    void concurrentLoginsOnBothNodesShareTheAccountLimit() {
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

        ConcurrentRun.of(12, 2)
                .run((thread, step) ->
                        statuses.add(logIn(thread % 2 == 0 ? one : other, "198.51.100." + thread, "somebody", WRONG)
                                .status()));

        assertThat(statuses).hasSize(24).containsOnly(400, 429);
        assertThat(statuses.stream().filter(status -> status == 400)).hasSize(5);
    }

    @Test
    void registrationsOnBothNodesShareTheAddressLimit() {
        for (int number = 0; number < 5; number++) {
            ApiResponse registered = register(number % 2 == 0 ? one : other, "203.0.113.1", "new-" + number);
            assertThat(registered.status()).isEqualTo(201);
            assertThat(registered.header("RateLimit").orElseThrow()).startsWith("\"registrations\";r=" + (4 - number));
        }

        ApiResponse refused = register(other, "203.0.113.1", "new-6");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Long.parseLong(refused.header("Retry-After").orElseThrow())).isBetween(600L, 720L);
        assertThat(register(other, "203.0.113.2", "new-6").status()).isEqualTo(201);
    }

    @Test
    void failedLoginsOnOneNodeThrottleTheOther() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(logIn(one, "203.0.113.3", "nobody", WRONG).status()).isEqualTo(400);
        }

        ApiResponse refused = logIn(other, "203.0.113.3", "nobody", WRONG);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Long.parseLong(refused.header("Retry-After").orElseThrow())).isBetween(20L, 30L);
    }

    @Test
    void clientAddressIsTheOneThatTheTrustedProxyReports() {
        register(one, "203.0.113.4", "traveller");
        ApiResponse login = logIn(one, "192.0.2.99, junk, 203.0.113.4, 10.0.0.7", "traveller", Api.PASSWORD);
        Api traveller = one.api().with(login.json().get("token").asText());

        assertThat(traveller.get("/v1/sessions").json().at("/items/0/address").asText())
                .isEqualTo("203.0.113.4");
        assertThat(Files.exists(one.settings().logFile())).isTrue();
        await().untilAsserted(() -> assertThat(one.settings().log().text())
                .contains("POST /user/login/ 200")
                .contains("from=203.0.113.4")
                .doesNotContain("192.0.2.99"));
        await().untilAsserted(() -> assertThat(traveller
                        .get("/v1/me/activity?type=VALID_LOGIN")
                        .json()
                        .at("/items/0/address")
                        .asText())
                .isEqualTo("203.0.113.4"));
    }

    /** Without the database the number of attempts is unknown, so no client receives a 429. */
    @Test
    void loginsDuringAnOutageReturn503InsteadOf429() {
        Queue<ApiResponse> answers = new ConcurrentLinkedQueue<>();
        stores.toState().cut();
        try {
            ConcurrentRun.of(16, 1)
                    .run((thread, step) -> answers.add(
                            thread % 2 == 0
                                    ? logIn(one, "203.0.113.5", "late", WRONG)
                                    : register(one, "203.0.113.5", "late")));
        } finally {
            stores.toState().restore();
        }

        assertThat(answers).hasSize(16).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).contains("1");
        });
        await().untilAsserted(() ->
                assertThat(register(one, "203.0.113.5", "late").status()).isEqualTo(201));
        assertThat(logIn(one, "203.0.113.5", "late", WRONG).status()).isEqualTo(400);
        await().untilAsserted(() -> assertThat(
                        logIn(other, "203.0.113.6", "late", Api.PASSWORD).status())
                .isEqualTo(200));
    }

    private static ApiResponse logIn(ServiceProcess node, String forwardedFor, String name, String password) {
        return post(node, "/user/login/", forwardedFor, Api.credentials(name, password));
    }

    private static ApiResponse register(ServiceProcess node, String forwardedFor, String name) {
        return post(node, "/user/register/", forwardedFor, Api.credentials(name, Api.PASSWORD));
    }

    private static ApiResponse post(ServiceProcess node, String path, String forwardedFor, String json) {
        Api api = node.api();
        return api.exchange(api.request(path)
                .header("X-Forwarded-For", forwardedFor)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }
}
