package dev.parley.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LingeringAppenderTest {

    private static final Duration LESS_THAN_A_SILENCE = LingeringAppender.SILENCE.minusNanos(1);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000); // tickers may overflow
    private final ListAppender<String> writer = new ListAppender<>();
    private final List<String> happened = new ArrayList<>();
    private final LingeringAppender<String> appender = new LingeringAppender<>(writer, now::get, this::pause);

    private void pause(Duration moment) {
        happened.add("a pause of " + moment.toMillis() + " ms before line " + (writer.list.size() + 1));
        now.addAndGet(moment.toNanos());
    }

    @BeforeEach
    void start() {
        writer.start();
        appender.start();
    }

    @Test
    void theFirstLineWaits() {
        appender.doAppend("one");

        assertThat(writer.list).containsExactly("one");
        assertThat(happened).containsExactly("a pause of 10 ms before line 1");
    }

    @Test
    void whatComesRightAfterItDoesNot() {
        appender.doAppend("one");
        now.addAndGet(LESS_THAN_A_SILENCE.toNanos());
        appender.doAppend("two");
        appender.doAppend("three");

        assertThat(writer.list).containsExactly("one", "two", "three");
        assertThat(happened).containsExactly("a pause of 10 ms before line 1");
    }

    @Test
    void afterASilenceOneWaitsAgain() {
        appender.doAppend("one");
        now.addAndGet(LingeringAppender.SILENCE.toNanos());
        appender.doAppend("two");

        assertThat(writer.list).containsExactly("one", "two");
        assertThat(happened).containsExactly("a pause of 10 ms before line 1", "a pause of 10 ms before line 2");
    }

    @Test
    void theTimeThatWritingTakesIsNoSilence() {
        ListAppender<String> slow = new ListAppender<>() {
            @Override
            protected void append(String line) {
                now.addAndGet(Duration.ofSeconds(1).toNanos());
                super.append(line);
            }
        };
        slow.start();
        LingeringAppender<String> beforeSlow = new LingeringAppender<>(slow, now::get, this::pause);
        beforeSlow.start();

        beforeSlow.doAppend("one");
        beforeSlow.doAppend("two");

        assertThat(slow.list).containsExactly("one", "two");
        assertThat(happened).hasSize(1);
    }

    @Test
    void endsWithTheOneThatWrites() {
        appender.stop();

        assertThat(appender.isStarted()).isFalse();
        assertThat(writer.isStarted()).isFalse();
    }
}
