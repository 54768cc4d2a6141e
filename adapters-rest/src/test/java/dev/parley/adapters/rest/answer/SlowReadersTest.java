package dev.parley.adapters.rest.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.adapters.rest.request.AnswerBudget;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.adapters.rest.testkit.SlowReader;
import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.TestClock;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages of 15 MB of the classic history, which no buffer between server and client can hide, and memory for one of them.
 * Those of v1 are no larger than 1 MiB, and share the memory.
 */
@ExtendWith(DropwizardExtensionsSupport.class)
final class SlowReadersTest {

    private static final String CLASSIC = "/message/ann/";
    private static final String V1 = "/v1/conversations/ann/messages?limit=200";
    private static final int MESSAGES = 60;
    private static final long PAGE = 4L * MESSAGES * MessageContent.MAX_LENGTH;
    private static final String CREDENTIALS = "{\"username\":\"ann\",\"password\":\"specialPassword\"}";

    private static final UseCases ALL = UseCases.over(InMemoryStores.empty(), TestClock.standing());
    private static final RestServer SERVER = RestServer.over(InMemoryParley.over(ALL), new AnswerBudget(PAGE / 2));

    private static String token;

    @BeforeAll
    static void fill() {
        http().send(Request.of("POST", "/v1/users").json(CREDENTIALS));
        token = Json.of(http().send(Request.of("POST", "/v1/sessions").json(CREDENTIALS)))
                .get("token")
                .asText();
        UserId ann = ALL.users().find("ann").orElseThrow().id();
        MessageContent longest = new MessageContent("👋".repeat(MessageContent.MAX_LENGTH));
        for (int i = 0; i < MESSAGES; i++) {
            var unused = ALL.send()
                    .send(new SendMessageUseCase.Command(ann, ann, longest, Optional.empty(), Origin.operator()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CLASSIC, V1})
    void whoReadsToTheEndMakesRoomForOthers(String page) {
        try (SlowReader reader = SlowReader.of(get(CLASSIC), SERVER.base())) {
            assertThat(http().send(get(page)).status()).isEqualTo(503);
            assertThat(reader.readToEnd()).isGreaterThan(PAGE);
        }
        awaitRoomFor(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {CLASSIC, V1})
    void whoGoesAwayMakesRoomForOthers(String page) {
        for (int i = 0; i < 3; i++) {
            try (SlowReader reader = SlowReader.of(get(CLASSIC), SERVER.base())) {
                assertThat(reader).isNotNull();
                assertThat(http().send(get(page)).status()).isEqualTo(503);
            }
            awaitRoomFor(page);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                CLASSIC + " | application/json | {\"detail\":\"Service temporarily unavailable.\"}",
                V1 + " | application/problem+json | "
                        + "{\"title\":\"Service unavailable\",\"status\":503,\"code\":\"unavailable\"}",
            })
    void eitherSurfaceRefusesInItsOwnForm(String page, String type, String body) {
        try (SlowReader reader = SlowReader.of(get(CLASSIC), SERVER.base())) {
            assertThat(reader).isNotNull();
            Answer refusal = http().send(get(page));
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.header("retry-after")).contains("2");
            assertThat(refusal.header("content-type").orElseThrow()).startsWith(type);
            assertThat(refusal.body()).isEqualTo(body);
        }
        awaitRoomFor(page);
    }

    @Test
    void smallAnswersAndThoseToWritersPass() {
        try (SlowReader reader = SlowReader.of(get(CLASSIC), SERVER.base())) {
            assertThat(reader).isNotNull();
            assertThat(http().send(get("/v1/me")).status()).isEqualTo(200);
            assertThat(http().send(get("/v1/nope")).status()).isEqualTo(404);
            String longest = "{\"content\":\"" + "x".repeat(MessageContent.MAX_LENGTH) + "\"}";
            Request send = Request.of("POST", "/v1/conversations/ann/messages").json(longest);
            assertThat(http().send(send.as(token)).status()).isEqualTo(201);
            assertThat(http().send(get("/v1/conversations")).status()).isEqualTo(503);
        }
        awaitRoomFor(V1);
    }

    private static void awaitRoomFor(String page) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> http().send(get(page)).status() == 200);
    }

    private static Request get(String path) {
        return Request.of("GET", path).as(token);
    }

    private static RawHttp http() {
        return new RawHttp(SERVER.base());
    }
}
