package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * A device that follows the events of its user. When its connection ends, it reconnects immediately and resumes after
 * the last complete event, unless its session has ended.
 */
final class StreamingDevice implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int PAUSE_MILLIS = 5;

    private final Api user;
    private final NetworkRoute road;
    private final List<StreamEvent> received = Collections.synchronizedList(new ArrayList<>());
    private final List<String> openings = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("follower").unstarted(this::run);
    private volatile String cursor;
    private volatile long seq;

    private StreamingDevice(Api user, NetworkRoute road) {
        this.user = user;
        this.road = road;
        this.cursor = user.eventCursor();
    }

    /** Receives every event from the time this returns, even if it is not yet connected. */
    static StreamingDevice of(Api user, NetworkRoute road) {
        StreamingDevice follower = new StreamingDevice(user, road);
        follower.thread.start();
        return follower;
    }

    /** @return this device, once it has received all events so far */
    StreamingDevice whenConnected() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> marks().contains("caught_up"));
        return this;
    }

    private void run() {
        try {
            boolean wanted = true;
            while (wanted && !closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                wanted = connect();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        } finally {
            over.countDown();
        }
    }

    /** @return whether to reconnect */
    private boolean connect() throws InterruptedException {
        try {
            HttpResponse<InputStream> answer = user.follow(road.next(), cursor);
            try (InputStream body = road.over(answer.body())) {
                return answer.statusCode() == 200
                        ? readAll(new StreamReader(body, cursor))
                        : answer.statusCode() == 503;
            }
        } catch (IOException e) {
            return true; // the node or the connection was closed
        }
    }

    private boolean readAll(StreamReader stream) throws IOException {
        boolean first = true;
        for (Optional<StreamEvent> next = stream.next(); next.isPresent(); next = stream.next()) {
            StreamEvent event = next.get();
            if (first) {
                openings.add(event.type());
                first = false;
            }
            received.add(event);
            cursor = event.id();
            seq = event.isMark() ? seq : event.seq();
            if (event.type().equals("bye")) {
                return !event.code().equals("session_ended");
            }
        }
        return true;
    }

    /** All events received, including those about the stream. */
    List<StreamEvent> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    /** The events of the user's log. */
    List<StreamEvent> events() {
        return received().stream().filter(event -> !event.isMark()).toList();
    }

    List<String> marks() {
        return received().stream()
                .filter(StreamEvent::isMark)
                .map(StreamEvent::type)
                .toList();
    }

    /** The reasons with which streams ended. */
    List<String> byes() {
        return received().stream()
                .filter(event -> event.type().equals("bye"))
                .map(StreamEvent::code)
                .toList();
    }

    /** The first event of each connection, except for those that broke earlier. */
    List<String> openings() {
        synchronized (openings) {
            return List.copyOf(openings);
        }
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Waits until it has received the event. */
    void awaitEvent(long wanted) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> seq >= wanted);
    }

    /** Asserts that it received each event once, in order, and was never reset. */
    void assertReceivedOnce(long from, long to) {
        awaitEvent(to);
        assertThat(events().stream().map(StreamEvent::seq))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(from, to).boxed().toList());
        assertThat(openings()).isNotEmpty().containsOnly("resumed");
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
