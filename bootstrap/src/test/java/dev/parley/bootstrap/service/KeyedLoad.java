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
 * Sends messages from one user to another as an app should. Each message has its own key, and is sent again, also to
 * the other nodes, until it is acknowledged.
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
     * An acknowledged message.
     *
     * @param repeats the number of attempts before the acknowledged one
     */
    record Sent(String content, ApiResponse answer, int repeats) {

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

    /** Sends without a limit. */
    static KeyedLoad start(int threads, Api sender, String peer, List<URI> nodes) {
        return start(Long.MAX_VALUE, threads, sender, peer, nodes);
    }

    /** Sends this number of messages, from threads that start at different nodes. */
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

    /** @return the node for the next message: the one that acknowledged this one */
    private int send(List<Api> everywhere, int first, String content) {
        long begin = System.nanoTime();
        int at = first;
        while (System.nanoTime() - begin < LIMIT.toNanos()) {
            Optional<ApiResponse> answer = trySend(everywhere.get(at % everywhere.size()), content);
            if (answer.isPresent()) {
                settle(new Sent(content, answer.get(), at - first));
                return at;
            }
            at++;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        refused.add("no node accepts " + content);
        return at;
    }

    /** Empty if the outcome is unknown. */
    private Optional<ApiResponse> trySend(Api sender, String content) {
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

    /** The acknowledged messages. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The messages that were acknowledged after more than one attempt. */
    List<Sent> repeated() {
        return sent.stream().filter(message -> message.repeats() > 0).toList();
    }

    /** Waits for this number of further acknowledgements. */
    void awaitMore(int messages) {
        int before = sent.size();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> sent.size() >= before + messages);
    }

    /** Waits until all messages are acknowledged, without a time-out. */
    void awaitAll() {
        executor.close();
    }

    /** Stops, and waits for the open requests. */
    @Override
    public void close() {
        stopped.set(true);
        executor.close();
    }

    /**
     * Asserts that the conversation contains exactly the acknowledged messages, each once.
     *
     * @param sender a client at a running node
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

    /** Asserts that a repeat receives the same response, marked as replayed. */
    void assertReplays(Api sender, Collection<Sent> some) {
        assertThat(some).allSatisfy(message -> {
            ApiResponse again = sender.send(peer, message.content(), keyOf(message.content()));
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.header("Idempotency-Replayed")).contains("true");
            assertThat(again.text()).isEqualTo(message.answer().text());
        });
    }
}
