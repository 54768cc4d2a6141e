package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends messages to one user without a limit, each with unique content, and records the acknowledged ones.
 *
 * <p>A request without a response ends its thread, because the outcome of its message is unknown.
 */
final class SendLoad implements AutoCloseable {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();
    private final Collection<ApiResponse> refused = new ConcurrentLinkedQueue<>();
    private final AtomicLong unanswered = new AtomicLong();

    /** Starts this number of threads for each sender. */
    static SendLoad start(int threads, String peer, Api... senders) {
        SendLoad load = new SendLoad();
        for (Api sender : senders) {
            for (int thread = 0; thread < threads; thread++) {
                var unused = load.executor.submit(() -> load.sendOn(sender, peer));
            }
        }
        return load;
    }

    private void sendOn(Api sender, String peer) {
        try {
            while (!stopped.get()) {
                send(sender, peer, "message " + NUMBERS.incrementAndGet());
            }
        } catch (UncheckedIOException noAnswer) {
            unanswered.incrementAndGet();
        }
    }

    private void send(Api sender, String peer, String content) {
        ApiResponse answer = sender.send(peer, content);
        if (answer.status() == 201) {
            acknowledged.put(answer.json().get("id").asLong(), content);
        } else {
            refused.add(answer);
        }
    }

    /** By message id. */
    Map<Long, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** Responses other than 201. */
    List<ApiResponse> refused() {
        return new ArrayList<>(refused);
    }

    long unanswered() {
        return unanswered.get();
    }

    /** Stops, and waits for the open requests. */
    @Override
    public void close() {
        stopped.set(true);
        executor.close();
    }

    /** Asserts that every acknowledged message is in the conversation once, with its content. */
    void assertDurable(Api reader, String peer) {
        Map<Long, String> found = new ConcurrentHashMap<>();
        List<String> contents = new ArrayList<>();
        reader.history(peer).forEach(message -> {
            String content = message.get("content").asText();
            contents.add(content);
            assertThat(found.put(message.get("id").asLong(), content))
                    .as("message %s twice", message)
                    .isNull();
        });
        assertThat(contents).doesNotHaveDuplicates();
        assertThat(found).containsAllEntriesOf(acknowledged);
    }
}
