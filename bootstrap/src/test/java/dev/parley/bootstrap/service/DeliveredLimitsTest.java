package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The delivered limits, from one address, over HTTP; except that registration has no hourly limit. */
final class DeliveredLimitsTest {

    private static final String WRONG = "wrong horse battery";

    @AutoClose
    private static InProcessService service;

    @BeforeAll
    static void start(@TempDir Path home) {
        service = InProcessService.start(
                home,
                Map.of(
                        "rateLimits.enabled", "on",
                        "rateLimits.loginsPerAddress.burst", "100",
                        "rateLimits.entries.burst", "1000",
                        "rateLimits.registrationsPerAddress.burst", "6"));
    }

    @Test
    void sendsBeyondTheBurstAreRefusedUntilRetryAfter() {
        Api anna = service.api().signUp("sender");
        List<ApiResponse> answers = new ArrayList<>();
        while (answers.size() < 400 && (answers.isEmpty() || answers.getLast().status() == 201)) {
            answers.add(anna.send("sender", "note " + answers.size()));
        }
        ApiResponse refused = answers.removeLast();

        assertThat(answers).hasSizeGreaterThanOrEqualTo(30);
        assertThat(answers.getFirst().header("RateLimit-Policy")).contains("\"sends\";q=30;w=3");
        assertThat(answers.getFirst().header("RateLimit")).contains("\"sends\";r=29;t=1");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("RateLimit")).contains("\"sends\";r=0;t=3");
        assertThat(refused.header("Retry-After")).contains("1");
        assertThat(refused.json().get("detail").asText())
                .isEqualTo("Request was throttled. Expected available in 1 second.");
        await().until(() -> anna.send("sender", "at last").status() == 201);
        assertThat(anna.get("/v1/me").header("RateLimit")).contains("\"reads\";r=49;t=1");
        assertThat(anna.put("/v1/blocks/sender-2", "{}").header("RateLimit-Policy"))
                .contains("\"writes\";q=30;w=3");
    }

    @Test
    void failedLoginsOfKnownAndUnknownUsersAreIndistinguishable() {
        service.api().signUp("owner");
        List<List<Object>> known = failing("owner-2", true);
        List<List<Object>> unknown = failing("nobody-2", false);

        assertThat(known).isEqualTo(unknown);
        assertThat(known.getLast())
                .startsWith(429, "{\"detail\":\"Request was throttled. Expected available in 30 seconds.\"}");
        assertThat(service.log()).doesNotContain(WRONG);
        ApiResponse v1 = service.api().post("/v1/sessions", Api.credentials("owner-2", WRONG));
        assertThat(v1.status()).isEqualTo(429);
        assertThat(v1.json().get("code").asText()).isEqualTo("rate_limited");
        assertThat(v1.header("RateLimit").orElseThrow()).startsWith("\"failed-logins\";r=0;t=");
        assertThat(service.admin().get("/prometheus").text())
                .contains("parley_rate_limited_total{limit=\"failed-logins\"}");
    }

    /** Status and body of five attempts, and of one beyond the limit. */
    private static List<List<Object>> failing(String name, boolean exists) {
        if (exists) {
            assertThat(service.api()
                            .post("/user/register/", Api.credentials(name, Api.PASSWORD))
                            .status())
                    .isEqualTo(201);
        }
        return IntStream.range(0, 6)
                .mapToObj(attempt -> service.api().post("/user/login/", Api.credentials(name, WRONG)))
                .map(answer -> List.<Object>of(answer.status(), answer.text()))
                .toList();
    }

    @Test
    void forwardedAddressOfAnUntrustedClientIsIgnored() {
        Api liar = service.api().signUp("liar");

        ApiResponse answer = liar.exchange(liar.request("/v1/me/password")
                .header("X-Forwarded-For", "203.0.113.77")
                .header("Forwarded", "for=203.0.113.77")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"current\":\"%s\",\"new\":\"%s\"}".formatted(WRONG, Api.PASSWORD)))
                .build());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(service.log()).doesNotContain("203.0.113.77");
        assertThat(liar.get("/v1/sessions").json().at("/items/0/address").asText())
                .isEqualTo("127.0.0.1");
    }
}
