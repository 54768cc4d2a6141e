package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.persistence.HangingCommits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database connection is lost after COMMIT was sent: the message is stored, and the response must not deny it. */
final class UnconfirmedSendTest {

    private static final String CONTENT = "{\"content\":\"hello\"}";

    @AutoClose
    private static ExternalPostgres stores;

    @AutoClose
    private static InProcessService service;

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        stores = ExternalPostgres.start(home.resolve("stores"));
        service = InProcessService.start(Files.createDirectory(home.resolve("service")), stores);
    }

    @Test
    void v1SendReturnsOutcomeUnknownAndItsRepeatTheFirstResponse() {
        Api anna = service.api().signUp("anna");
        Api bo = service.api().signUp("bo");
        Supplier<ApiResponse> send = () -> anna.post("/v1/conversations/bo/messages", CONTENT, Optional.of("key"));

        ApiResponse unknown = answerWithoutConfirmation(send);
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.header("Retry-After")).contains("1");
        assertThat(unknown.json().get("code").asText()).isEqualTo("outcome_unknown");

        assertRepeated(send, bo, "anna");
    }

    @Test
    void legacySendReturnsOutcomeUnknownAndItsRepeatTheFirstResponse() {
        Api carla = service.api().signUp("carla");
        Api dora = service.api().signUp("dora");
        Supplier<ApiResponse> send = () -> carla.post("/message/dora/", CONTENT, Optional.of("key"));

        ApiResponse unknown = answerWithoutConfirmation(send);
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.header("Retry-After")).contains("1");
        assertThat(unknown.json().get("detail").asText())
                .isEqualTo("It is not known whether the request was carried out. Repeat a message with the same"
                        + " Idempotency-Key.");

        assertRepeated(send, dora, "carla");
    }

    private static ApiResponse answerWithoutConfirmation(Supplier<ApiResponse> send) {
        try (HangingCommits commits = HangingCommits.ofDurable(stores.superuser())) {
            CompletableFuture<ApiResponse> answer = CompletableFuture.supplyAsync(send);
            commits.awaitWriterOf("message");
            stores.toState().cut();
            return answer.join();
        } finally {
            stores.toState().restore();
        }
    }

    private static void assertRepeated(Supplier<ApiResponse> send, Api receiver, String sender) {
        // The pool validates a connection at most once a second, so some may still be the broken ones.
        await().atMost(Duration.ofSeconds(25))
                .during(Duration.ofMillis(1500))
                .until(() -> service.admin().get("/ready").status() == 200);
        assertThat(receiver.browse(sender)).extracting(JsonNode::toString).hasSize(1);

        ApiResponse repeat = send.get();
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.header("Idempotency-Replayed")).contains("true");
        assertThat(receiver.browse(sender)).extracting(JsonNode::toString).hasSize(1);
    }
}
