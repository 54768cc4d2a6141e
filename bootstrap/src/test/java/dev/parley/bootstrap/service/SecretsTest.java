package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A complete life cycle of the service with all logs, pages and refusals captured. None of them may contain a password,
 * token, ticket, key or content.
 */
@Tag("slow")
final class SecretsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> ADMIN_PAGES =
            List.of("/", "/metrics", "/prometheus", "/threads", "/healthcheck", "/ready", "/live", "/started", "/ping");

    @TempDir
    private Path home;

    @AutoClose
    private final ServiceProcesses services = new ServiceProcesses();

    private final Canaries canaries = new Canaries();
    private final List<String> record = new ArrayList<>();
    private Settings settings;
    private ServiceProcess service;

    @BeforeEach
    void serve() throws IOException {
        settings = Settings.in(home.toRealPath());
        service = services.serving(settings);
    }

    @Test
    void noOutputContainsASecret() throws IOException, InterruptedException {
        String password = canaries.hatch("passwords");
        Api anna = signUp("anna", password);
        Api bo = signUp("bo", canaries.hatch("passwords"));
        badLogins();
        badBodies(anna);
        badTokens();
        talk(anna, bo);
        try (InputStream stream = follow(anna)) {
            assertThat(stream.read()).isNotNegative();
            outage(anna);
            adminPages();
        }
        change(anna, password);
        operate();
        FilesOnDisk leavings = new FilesOnDisk(settings.home());
        leavings.databasePasswords().forEach(canaries::keep);

        service.terminate();
        service.awaitEnd();

        record.forEach(text -> canaries.assertSilentIn("an answer", text));
        for (Path file : leavings.written()) {
            canaries.assertSilentIn(file.toString(), LogFiles.textOf(file));
        }
        assertThatTheRecordIsWhole();
    }

    private Api signUp(String name, String password) {
        noted(service.api().post("/user/register/", Api.credentials(name, password)), 201);
        return logIn(name, password);
    }

    private Api logIn(String name, String password) {
        ApiResponse answer = service.api().post("/user/login/", Api.credentials(name, password));
        assertThat(answer.status()).isEqualTo(200);
        return service.api().with(canaries.keep(answer.json().get("token").asText()));
    }

    private void badLogins() {
        Api anonymous = service.api();
        refused(anonymous.post("/user/login/", Api.credentials("anna", canaries.hatch("guesses"))));
        refused(anonymous.post("/v1/sessions", Api.credentials("anna", canaries.hatch("guesses"))));
        refused(anonymous.post("/v1/sessions", Api.credentials("nobody", canaries.hatch("guesses"))));
        refused(anonymous.post("/user/register/", Api.credentials("anna", canaries.hatch("passwords"))));
        refused(anonymous.post("/user/register/", Api.credentials("an na", canaries.hatch("passwords"))));
        refused(anonymous.post("/v1/users", Api.credentials("x", canaries.hatch("passwords") + "\u0000")));
        refused(anonymous.post(
                "/v1/users", Api.credentials("x", canaries.hatch("passwords").repeat(20))));
    }

    private void badBodies(Api anna) {
        for (String path : List.of("/user/login/", "/v1/sessions", "/message/bo/", "/v1/conversations/bo/messages")) {
            for (String body : List.of(
                    "{\"password\": \"" + canaries.hatch("half"),
                    "{\"content\": {\"" + canaries.hatch("names") + "\": 1}, \"password\": [\""
                            + canaries.hatch("lists") + "\"]}",
                    "\"" + canaries.hatch("texts") + "\"",
                    canaries.hatch("words"),
                    "{\"" + canaries.hatch("keys") + "\": nul}",
                    "{\"content\": \"" + canaries.hatch("escapes") + "\\q\"}")) {
                refused(anna.post(path, body));
            }
            refused(anna.exchange(anna.request(path)
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofString(canaries.hatch("bodies")))
                    .build()));
            refused(anna.post(path, "{\"content\": \"" + canaries.hatch("floods") + "x".repeat(1 << 20) + "\"}"));
        }
    }

    private void badTokens() {
        for (String header : List.of("Token ", "Bearer ", "Basic ", "Token Token ")) {
            for (String path :
                    List.of("/message/bo/", "/v1/me", "/v1/events/stream?ticket=" + canaries.hatch("tickets"))) {
                HttpRequest request = service.api()
                        .request(path + (path.contains("?") ? "&" : "?") + "token=" + canaries.hatch("queries"))
                        .header("Authorization", header + canaries.hatch("tokens"))
                        .build();
                noted(service.api().exchange(request), 401);
            }
        }
    }

    private void talk(Api anna, Api bo) {
        String key = canaries.hatch("keys");
        String content = canaries.hatch("contents");
        assertThat(anna.send("bo", content).status()).isEqualTo(201);
        assertThat(anna.send("bo", canaries.hatch("contents"), '"' + key + '"').status())
                .isEqualTo(201);
        noted(anna.send("bo", canaries.hatch("contents"), '"' + key + '"'), 422);
        refused(anna.send(
                "bo", canaries.hatch("contents"), canaries.hatch("keys").repeat(30)));
        noted(anna.send("nobody", canaries.hatch("contents")), 404);
        assertThat(bo.history("anna").getFirst().get("content").asText()).isEqualTo(content);
        refused(anna.send("bo", canaries.hatch("contents") + "x".repeat(70_000)));
    }

    /** With a ticket, which is part of the URL. */
    private InputStream follow(Api anna) throws IOException, InterruptedException {
        String ticket = canaries.keep(
                anna.post("/v1/events/tickets", "").json().get("ticket").asText());
        InputStream stream =
                anna.follow(service.api().base(), anna.eventCursor()).body();
        HttpRequest once =
                service.api().request("/v1/events/stream?ticket=" + ticket).build();
        try (InputStream other = HttpClient.newHttpClient()
                .send(once, BodyHandlers.ofInputStream())
                .body()) {
            assertThat(other.read()).isNotNegative();
        }
        noted(service.api().exchange(once), 401);
        return stream;
    }

    /** The server and its children are killed, while clients continue to send. */
    private void outage(Api anna) {
        ProcessHandle postmaster =
                OrphanedPostgres.server(settings.dataDirectory()).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(10)).until(() -> {
            ApiResponse answer = anna.send("bo", canaries.hatch("contents"));
            if (answer.status() == 503) {
                record.add(answer.toString());
            }
            return answer.status() == 503;
        });
        service.api().post("/v1/sessions", Api.credentials("anna", canaries.hatch("guesses")));
        // Not after a read: one can succeed before the canary has committed, and the node refuses again once that is
        // overdue.
        await().atMost(LIMIT)
                .until(() -> anna.send("bo", canaries.hatch("contents")).status() == 201);
    }

    private void adminPages() {
        for (String page : ADMIN_PAGES) {
            record.add(service.admin().get(page).toString());
        }
    }

    private void change(Api anna, String password) {
        String next = canaries.hatch("passwords");
        noted(anna.post("/v1/me/password", change(canaries.hatch("guesses"), next)), 403);
        refused(anna.post(
                "/v1/me/password", change(password, canaries.hatch("passwords").repeat(20))));
        noted(anna.post("/v1/me/password", change(password, next)), 204);
        assertThat(logIn("anna", next).get("/v1/me").status()).isEqualTo(200);
        noted(anna.post("/user/logout/", ""), 204);
        refused(anna.get("/v1/me"));
    }

    private static String change(String current, String next) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("current", current)
                .put("new", next)
                .toString();
    }

    /** The commands of operators; the output of each is a file below the directory. */
    private void operate() {
        ServiceProcess weak = services.running(settings, "user", "set-password", "bo", "--password-stdin", "--config");
        weak.type(canaries.hatch("passwords").repeat(10) + "\n");
        ServiceProcess tail = services.running(settings, "activity", "tail", "--json", "--config");
        assertThat(weak.awaitEnd()).isNotZero();
        assertThat(tail.awaitEnd()).as(tail::console).isZero();
        assertThat(tail.console()).contains("INVALID_LOGIN");
    }

    private void assertThatTheRecordIsWhole() throws IOException {
        assertThat(settings.log().text())
                .contains("POST /user/login/ 400", "POST /message/bo/ 503", "POST /v1/me/password 403")
                .contains("GET /v1/events/stream 200");
        assertThat(service.console()).contains("POST /user/login/ 400");
        assertThat(new FilesOnDisk(settings.home()).written())
                .extracting(file -> settings.home().relativize(file).toString())
                .contains("log_file")
                .anyMatch(path -> path.matches("data/postgres/log/postgresql-.*\\.log"))
                .anyMatch(path -> path.matches("stderr.*"));
    }

    private void refused(ApiResponse answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        record.add(answer.toString());
    }

    private void noted(ApiResponse answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        record.add(answer.toString());
    }
}
