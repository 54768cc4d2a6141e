package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.application.testkit.BackgroundTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log-ins in flight while the sessions of their user are ended: no session of them stays open. */
final class RacingLoginsTest {

    private static final boolean FULL = Boolean.getBoolean("parley.full");

    /** The vulnerable window is a small part of a log-in, so one try in about 30 would show a fault. */
    private static final int TRIES = FULL ? 200 : 10;

    private static final int CLIENTS = 3;

    private static final String WAITING = """
            SELECT count(*) FROM pg_stat_activity
            WHERE wait_event_type = 'Lock' AND query NOT LIKE '%DELETE FROM activity_outbox%'
            """;

    @TempDir
    static Path home;

    private static InProcessService service;
    private static DatabaseRows rows;

    @BeforeAll
    static void start() throws IOException {
        // log-ins wait for a lock as long as the test requires, not only for the default time-out
        service = InProcessService.start(
                home,
                ConfigFile.changed(
                        home,
                        Map.of(
                                "lockTimeout: 2s", "lockTimeout: 40s",
                                "statementTimeout: 5s", "statementTimeout: 50s",
                                "socketTimeout: 6s", "socketTimeout: 60s")));
        rows = DatabaseRows.behind(service.dataDirectory());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void erasureEndsSessionsOfOpenLogins() {
        Api phone = service.api().signUp("erased");

        assertThat(statusAfter("erased", () -> phone.delete("/v1/me"))).isEqualTo(401);
    }

    @Test
    void passwordChangeEndsSessionsOfOpenLogins() {
        Api phone = service.api().signUp("changed");
        String change = JsonNodeFactory.instance
                .objectNode()
                .put("current", Api.PASSWORD)
                .put("new", "battery staple")
                .toString();

        assertThat(statusAfter("changed", () -> phone.post("/v1/me/password", change)))
                .isEqualTo(401);
    }

    @Test
    void revocationEndsSessionsOfOpenLogins() {
        Api phone = service.api().signUp("revoked");

        assertThat(statusAfter("revoked", () -> phone.delete("/v1/sessions?except=current")))
                .isEqualTo(401);
    }

    /**
     * Returns the response for the token of a log-in that opened its session but had not committed when the end began.
     */
    private static int statusAfter(String name, Supplier<ApiResponse> end) {
        BackgroundTask<Api> login;
        BackgroundTask<ApiResponse> ending;
        try (Handle handle = rows.state().open()) {
            handle.begin();
            handle.execute("LOCK TABLE activity_outbox IN SHARE MODE");
            login = BackgroundTask.start(() -> service.api().logIn(name));
            await().until(() -> rows.number(WAITING) == 1);
            ending = BackgroundTask.start(end);
            await().until(() -> rows.number(WAITING) == 2 || ending.endsSoon());
            handle.rollback();
        }
        assertThat(ending.result().status()).isEqualTo(204);
        return login.result().get("/v1/me").status();
    }

    @Test
    void noConcurrentLoginSurvivesAnErasure() {
        assertThat(IntStream.range(0, TRIES).filter(number -> anySurvives("many" + number)))
                .isEmpty();
    }

    private static boolean anySurvives(String name) {
        Api phone = service.api().signUp(name);
        AtomicBoolean begun = new AtomicBoolean();
        List<BackgroundTask<List<Api>>> clients = Stream.generate(() -> BackgroundTask.start(() -> logIns(name, begun)))
                .limit(CLIENTS)
                .toList();
        await().untilTrue(begun);
        assertThat(phone.delete("/v1/me").status()).isEqualTo(204);
        return clients.stream()
                .flatMap(client -> client.result().stream())
                .anyMatch(session -> session.get("/v1/me").status() != 401);
    }

    /** Logs in until log-ins are refused. */
    private static List<Api> logIns(String name, AtomicBoolean begun) {
        Api client = service.api();
        return Stream.generate(() -> client.post("/user/login/", Api.credentials(name, Api.PASSWORD)))
                .takeWhile(answer -> answer.status() == 200)
                .peek(answer -> begun.set(true))
                .map(answer -> client.with(answer.json().get("token").asText()))
                .toList();
    }
}
