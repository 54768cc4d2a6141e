package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.golden.GoldenFile;
import dev.parley.adapters.rest.golden.GoldenReplay;
import dev.parley.adapters.rest.golden.GoldenStep;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The service as delivered: config.yml, an embedded PostgreSQL, no environment variables. */
final class ServiceTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String AGENT = "parley-test/1.0 (canary of agents)";

    @AutoClose
    private static InProcessService service;

    @BeforeAll
    static void start(@TempDir Path home) {
        service = InProcessService.startFromNothing(home);
    }

    @TestFactory
    Stream<DynamicContainer> matchesTheLegacyApi() {
        HttpClient client = HttpClient.newHttpClient();
        return GoldenFile.load().scenarios().entrySet().stream().map(scenario -> {
            GoldenReplay replay = new GoldenReplay(client, service.api().base(), scenario.getKey());
            return DynamicContainer.dynamicContainer(scenario.getKey(), steps(scenario, replay));
        });
    }

    private static Stream<DynamicTest> steps(Map.Entry<String, List<GoldenStep>> scenario, GoldenReplay replay) {
        return scenario.getValue().stream()
                .map(step -> DynamicTest.dynamicTest(
                        step.title(), () -> assertThat(replay.play(step)).isEqualTo(step.answer())));
    }

    /** The admin port has no authentication, so every addition to it must be deliberate. */
    @Test
    void adminPortHasExactlyTheDocumentedPaths() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "docs", "app", "authorisation.md")).stream()
                .filter(line -> line.startsWith("| `/"))
                .map(line -> line.split("\\|", -1)[1])
                .toList();

        assertThat(rows.stream()
                        .flatMap(row -> Stream.of(row.split(",", -1)))
                        .map(path -> path.replace('`', ' ').strip()))
                .containsExactlyInAnyOrderElementsOf(service.adminPaths());
    }

    @Test
    void everyHealthCheckIsHealthy() {
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(service.admin().get("/healthcheck").status()).isEqualTo(200));

        JsonNode checks = service.admin().get("/healthcheck").json();

        assertThat(checks.at("/database/message").asText()).matches("the database committed \\d+ ms ago");
        assertThat(checks.at("/clock/message").asText())
                .matches("the clock of this node is -?\\d+ ms ahead of the clock of the database");
        assertThat(checks.at("/log-store/message").asText()).isEqualTo("the log store answers");
        assertThat(checks.at("/migrations/message").asText()).isEqualTo("the schema of database is up to date");
        assertThat(checks.at("/log-store-migrations/message").asText())
                .isEqualTo("the schema of activityDatabase is up to date");
        assertThat(checks.at("/relay/message").asText()).contains("activities wait, the oldest for");
        assertThat(checks)
                .allSatisfy(
                        check -> assertThat(check.get("healthy").asBoolean()).isTrue());
    }

    @Test
    void probesReturn200() {
        for (String probe : List.of("/ready", "/live", "/started")) {
            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(service.admin().get(probe).status()).isEqualTo(200));
        }
    }

    @Test
    void metricsAreServedForPrometheusAndDropwizard() {
        service.api().signUp("metric").send("metric", "to myself");

        ApiResponse prometheus = service.admin().get("/prometheus");

        assertThat(prometheus.header("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(prometheus.text())
                .contains(
                        "parley_messages_sent_total ",
                        "parley_logins_total{result=\"ok\"} ",
                        "parley_http_request_duration_seconds_bucket{endpoint=\"/message/{username}",
                        "parley_outbox_depth ",
                        "parley_relay_lag_seconds ",
                        "parley_relay_carried_total ",
                        "parley_pool_connections{pool=\"database\",state=\"idle\"} ",
                        "parley_sends_waiting ",
                        "parley_password_hashing_waiting ",
                        "parley_build_info{",
                        "jvm_memory_used_bytes")
                .doesNotContain("endpoint=\"/message/metric");
        assertThat(service.admin().get("/metrics").json().at("/gauges").size()).isPositive();
    }

    @Test
    void everyActionIsLoggedOnceWithActorAndOrigin() {
        Api ida = service.api().signUp("ida");
        Api jan = service.api().signUp("jan");
        service.api().post("/user/login/", Api.credentials("ida", "wrong password"));
        service.api().post("/user/login/", Api.credentials("nobody.at.all", "wrong password"));
        String message = ida.exchange(ida.request("/message/jan/")
                        .header("User-Agent", AGENT)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"content\": \"hello\"}"))
                        .build())
                .json()
                .get("id")
                .asText();
        jan.post("/user/block/ida/", "");
        jan.post("/user/block/ida/", "");
        jan.post("/user/unblock/ida/", "");
        jan.post("/user/unblock/ida/", "");
        jan.post("/user/logout/", "");

        DatabaseRows rows = DatabaseRows.behind(service.dataDirectory());
        await().atMost(LIMIT).until(() -> rows.waiting() == 0);
        assertThat(rows.activitiesOf("ida"))
                .containsExactly(
                        "SIGN_UP by ida",
                        "VALID_LOGIN by ida",
                        "INVALID_LOGIN by ida",
                        "MESSAGE_SEND by ida to jan {\"message_id\": \"" + message + "\"} from " + AGENT,
                        "BLOCK by jan to ida",
                        "UN_BLOCK by jan to ida");
        assertThat(rows.activitiesOf("jan")).startsWith("SIGN_UP by jan").endsWith("LOGOUT by jan");
        assertThat(rows.activitiesOf("nobody.at.all"))
                .containsExactly("INVALID_LOGIN {\"attempted_username\": \"nobody.at.all\"}");
    }

    @Test
    void everyRequestIsLoggedWithoutSecrets() {
        Api kim = service.api().signUp("kim");
        ApiResponse sent = kim.send("kim", "canary of content");
        ApiResponse page = kim.get("/message/kim/?page=1&secret=canary-of-queries");
        kim.post("/user/login/", Api.credentials("kim", "canary of passwords"));

        String user = sent.json().get("sender").asText();
        for (String line : List.of(
                line(sent, "POST /message/kim/ 201", user),
                line(page, "GET /message/kim/ 200", user),
                line("[0-9a-f]+", "POST /user/login/ 200", "-"))) {
            await().atMost(LIMIT).untilAsserted(() -> assertThat(service.log()).containsPattern(line));
        }
        assertThat(service.log())
                .doesNotContain("canary of")
                .doesNotContain("canary-of")
                .doesNotContain(Api.PASSWORD)
                .doesNotContain(kim.token())
                .doesNotContain(" ERROR ");
    }

    @Test
    void otherOriginsAreRefused() {
        ApiResponse answer = service.api()
                .exchange(service.api()
                        .request("/v1/me")
                        .header("Origin", "https://app.example")
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build());

        assertThat(answer.headers().keySet())
                .isNotEmpty()
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"))
                .noneMatch(name -> name.equalsIgnoreCase("Vary"));
    }

    private static String line(ApiResponse answer, String request, String user) {
        return line(answer.header("X-Request-Id").orElseThrow(), request, user);
    }

    private static String line(String id, String request, String user) {
        return "(?m)^20\\d\\d-\\d\\d-\\d\\dT[\\d:.]+Z INFO  \\[" + id + "] parley.request: " + request + " \\d+ms user="
                + user + " from=127.0.0.1$";
    }

    @Test
    void applicationRoleCannotChangeMessageContent() {
        DatabaseRows rows = DatabaseRows.behind(service.dataDirectory());
        ApiResponse sent = service.api().signUp("quoted").send("quoted", "what I said");
        String ofMessage = " WHERE id = " + sent.json().get("id").asLong();

        assertThat(rows.refusal("UPDATE message SET content = 'what I never said'" + ofMessage))
                .get()
                .asString()
                .contains("it can be erased and not be changed");
        for (String statement : List.of(
                "DELETE FROM message",
                "UPDATE message SET sent_at = now()",
                "DELETE FROM read_receipt",
                "UPDATE read_receipt SET read_at = now()")) {
            assertThat(rows.refusal(statement)).as(statement).get().asString().contains("permission denied");
        }
    }
}
