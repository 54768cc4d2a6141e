package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Sends from one user to another as an app should: each message has a key of its own, and is sent again, at the other nodes too, until
 * somebody acknowledges it.
 */
final class KeyedLoad implements AutoCloseable {

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicLong left;
    private final String peer;
    private final Collection<Sent> sent = new ConcurrentLinkedQueue<>();
    private final Collection<String> refused = new ConcurrentLinkedQueue<>();

    /**
     * A message that was answered.
     *
     * @param repeats how often it was sent before in vain
     */
    record Sent(String content, Answer answer, int repeats) {

        String id() {
            return answer.json().get("id").asText();
        }

        boolean isReplayed() {
            return answer.header("Idempotency-Replayed").equals(Optional.of("true"));
        }
    }

    private KeyedLoad(String peer, long messages) {
        this.peer = peer;
        this.left = new AtomicLong(messages);
    }

    /** Without end. */
    static KeyedLoad start(int threads, Api sender, String peer, List<URI> nodes) {
        return start(Long.MAX_VALUE, threads, sender, peer, nodes);
    }

    /** So many messages, from threads that begin at one node and another. */
    static KeyedLoad start(long messages, int threads, Api sender, String peer, List<URI> nodes) {
        KeyedLoad load = new KeyedLoad(peer, messages);
        List<Api> everywhere = nodes.stream().map(sender::alsoAt).toList();
        for (int thread = 0; thread < threads; thread++) {
            int first = thread;
            var unused = load.executor.submit(() -> load.sendOn(everywhere, first));
        }
        return load;
    }

    private static String keyOf(String content) {
        return "key of " + content;
    }

    private void sendOn(List<Api> everywhere, int first) {
        int at = first;
        while (!stopped.get() && left.getAndDecrement() > 0) {
            at = send(everywhere, at, "message " + NUMBERS.incrementAndGet());
        }
    }

    /** @return where the next one is sent first: where this one was acknowledged */
    private int send(List<Api> everywhere, int first, String content) {
        long begin = System.nanoTime();
        int at = first;
        while (System.nanoTime() - begin < LIMIT.toNanos()) {
            Optional<Answer> answer = trySend(everywhere.get(at % everywhere.size()), content);
            if (answer.isPresent()) {
                settle(new Sent(content, answer.get(), at - first));
                return at;
            }
            at++;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        refused.add("nobody takes " + content);
        return at;
    }

    /** Empty if nobody can tell what came of it. */
    private Optional<Answer> trySend(Api sender, String content) {
        try {
            return Optional.of(sender.send(peer, content, keyOf(content))).filter(answer -> answer.status() != 503);
        } catch (UncheckedIOException noAnswer) {
            return Optional.empty();
        }
    }

    private void settle(Sent message) {
        if (message.answer().status() == 201) {
            sent.add(message);
        } else {
            refused.add(message.answer().toString());
        }
    }

    /** What was acknowledged. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** What was acknowledged only when it was sent again. */
    List<Sent> repeated() {
        return sent.stream().filter(message -> message.repeats() > 0).toList();
    }

    /** Waits for that many more. */
    void awaitMore(int messages) {
        int before = sent.size();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> sent.size() >= before + messages);
    }

    /** Waits until all have been sent that there are, however long that takes. */
    void awaitAll() {
        executor.close();
    }

    /** Stops, and waits until what is under way is settled. */
    @Override
    public void close() {
        stopped.set(true);
        executor.close();
    }

    /**
     * The history of the two is what was acknowledged, each message once, and nothing else.
     *
     * @param sender at a node that is up
     */
    void assertSentOnce(Api sender) {
        assertThat(refused).isEmpty();
        assertThat(sent.stream().filter(Sent::isReplayed))
                .allSatisfy(message -> assertThat(message.repeats()).isPositive());
        Map<String, String> acknowledged = sent.stream().collect(Collectors.toMap(Sent::id, Sent::content));
        assertThat(sender.browse(peer).stream()
                        .collect(Collectors.toMap(
                                message -> message.get("id").asText(),
                                message -> message.get("content").asText())))
                .isEqualTo(acknowledged);
    }

    /** Whoever sends it again is answered the same, and told that it was sent before. */
    void assertReplays(Api sender, Collection<Sent> some) {
        assertThat(some).allSatisfy(message -> {
            Answer again = sender.send(peer, message.content(), keyOf(message.content()));
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.header("Idempotency-Replayed")).contains("true");
            assertThat(again.text()).isEqualTo(message.answer().text());
        });
    }
}
