package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.application.testkit.ConcurrentRun;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same send, repeated concurrently and on both nodes, is stored once. */
@Tag("slow")
final class RepeatedSendTest {

    private static final int THREADS = 16;
    private static final int ROUNDS = 10;

    @RegisterExtension
    static final TwoNodes NODES = new TwoNodes();

    @Test
    void concurrentRepeatsAreStoredOnceAndReceiveTheSameResponse() {
        List<Api> everywhere = signUp("same", "same-peer");
        for (int round = 0; round < ROUNDS; round++) {
            String content = "content " + round;
            String key = "key " + round;
            Collection<ApiResponse> answers = new ConcurrentLinkedQueue<>();

            ConcurrentRun.of(THREADS, 1)
                    .run((thread, step) ->
                            answers.add(everywhere.get(thread % 2).send("same-peer", content, key)));

            assertOneSend(answers);
            assertThat(answers)
                    .hasSize(THREADS)
                    .filteredOn(RepeatedSendTest::isReplayed)
                    .hasSize(THREADS - 1);
        }
        assertThat(contents(everywhere.getFirst(), "same-peer")).hasSize(ROUNDS).doesNotHaveDuplicates();
    }

    @Test
    void oneOfTwoConcurrentSendsWithOneKeyIsRefused() {
        List<Api> everywhere = signUp("two", "two-peer");
        for (int round = 0; round < ROUNDS; round++) {
            String key = "key " + round;
            Collection<ApiResponse> yes = new ConcurrentLinkedQueue<>();
            Collection<ApiResponse> no = new ConcurrentLinkedQueue<>();

            ConcurrentRun.of(THREADS, 1).run((thread, step) -> {
                boolean isYes = thread % 4 < 2;
                (isYes ? yes : no).add(everywhere.get(thread % 2).send("two-peer", isYes ? "yes" : "no", key));
            });

            boolean yesWon = yes.stream().anyMatch(answer -> answer.status() == 201);
            assertOneSend(yesWon ? yes : no);
            assertThat(yesWon ? no : yes).hasSize(THREADS / 2).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(422);
                assertThat(answer.json().get("code").asText()).isEqualTo("idempotency_key_reused");
            });
        }
        assertThat(contents(everywhere.getFirst(), "two-peer")).hasSize(ROUNDS);
    }

    @Test
    void concurrentRepeatsAreStoredOnceDespiteAKilledNode() {
        List<Api> everywhere = signUp("dying", "dying-peer");
        Map<Integer, Collection<ApiResponse>> answers = new ConcurrentHashMap<>();
        CountDownLatch underWay = new CountDownLatch(THREADS * ROUNDS / 2);
        CompletableFuture<Void> killing = CompletableFuture.runAsync(() -> killOneAfter(underWay));

        ConcurrentRun.of(THREADS, ROUNDS).run((thread, step) -> {
            ApiResponse answer = sendAnywhere(everywhere, thread, "content " + step, "key " + step);
            answers.computeIfAbsent(step, round -> new ConcurrentLinkedQueue<>())
                    .add(answer);
            underWay.countDown();
        });

        killing.join();
        assertThat(answers).hasSize(ROUNDS);
        assertThat(answers.values()).allSatisfy(RepeatedSendTest::assertOneSend);
        assertThat(contents(everywhere.getLast(), "dying-peer")).hasSize(ROUNDS).doesNotHaveDuplicates();
    }

    private static void killOneAfter(CountDownLatch underWay) {
        try {
            underWay.await();
            NODES.one().kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // never interrupted
        }
    }

    private static ApiResponse sendAnywhere(List<Api> everywhere, int thread, String content, String key) {
        try {
            return everywhere.get(thread % 2).send("dying-peer", content, key);
        } catch (UncheckedIOException noAnswer) {
            return everywhere.getLast().send("dying-peer", content, key);
        }
    }

    private static List<Api> signUp(String sender, String peer) {
        Api api = NODES.one().api().signUp(sender);
        NODES.one().api().signUp(peer);
        return NODES.addresses().stream().map(api::alsoAt).toList();
    }

    /** All responses are equal. At most one is not marked as replayed: the first one, which may have been lost. */
    private static void assertOneSend(Collection<ApiResponse> answers) {
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.stream().map(ApiResponse::text).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> !isReplayed(answer)).count())
                .isLessThanOrEqualTo(1);
    }

    private static boolean isReplayed(ApiResponse answer) {
        return answer.header("Idempotency-Replayed").filter("true"::equals).isPresent();
    }

    private static List<String> contents(Api sender, String peer) {
        List<String> contents = new ArrayList<>();
        for (JsonNode message : sender.browse(peer)) {
            contents.add(message.get("content").asText());
        }
        return contents;
    }
}
