package dev.parley.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.ContextBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.EchoEncoder;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LingeringAppenderTest {

    private static final Duration LESS_THAN_A_SILENCE = LingeringAppender.SILENCE.minusNanos(1);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000); // tickers may overflow
    private final List<String> happened = new ArrayList<>();
    private final Stream stream = new Stream();
    private final OutputStreamAppender<String> writer = new OutputStreamAppender<>();
    private final ContextBase context = new ContextBase();
    private LingeringAppender<String> appender;

    /** Puts on record what reaches the system, and when. */
    private final class Stream extends ByteArrayOutputStream {

        private Duration takes = Duration.ZERO;
        private boolean full;

        @Override
        public void write(byte[] bytes) throws IOException {
            now.addAndGet(takes.toNanos());
            super.write(bytes);
        }

        @Override
        public void flush() throws IOException {
            if (full) {
                throw new IOException("no space left");
            }
            happened.add(toString(StandardCharsets.UTF_8).strip());
            reset();
        }
    }

    @BeforeEach
    void start() {
        EchoEncoder<String> encoder = new EchoEncoder<>();
        encoder.setContext(context);
        encoder.start();
        writer.setContext(context);
        writer.setEncoder(encoder);
        writer.setOutputStream(stream);
        writer.start();
        happened.clear();
        appender = new LingeringAppender<>(writer, now::get, this::pause);
        appender.start();
    }

    private void pause(Duration moment) {
        happened.add("a pause of " + moment.toMillis() + " ms");
        now.addAndGet(moment.toNanos());
    }

    @Test
    void theFirstLineWaits() {
        appender.doAppend("one");

        assertThat(happened).containsExactly("a pause of 10 ms", "one");
    }

    @Test
    void whatComesRightAfterItDoesNot() {
        appender.doAppend("one");
        now.addAndGet(LESS_THAN_A_SILENCE.toNanos());
        appender.doAppend("two");
        appender.doAppend("three");

        assertThat(happened).containsExactly("a pause of 10 ms", "one", "two", "three");
    }

    @Test
    void afterASilenceOneWaitsAgain() {
        appender.doAppend("one");
        now.addAndGet(LingeringAppender.SILENCE.toNanos());
        appender.doAppend("two");

        assertThat(happened).containsExactly("a pause of 10 ms", "one", "a pause of 10 ms", "two");
    }

    @Test
    void theTimeThatWritingTakesIsNoSilence() {
        stream.takes = Duration.ofSeconds(1);

        appender.doAppend("one");
        appender.doAppend("two");

        assertThat(happened).containsExactly("a pause of 10 ms", "one", "two");
    }

    /** What is counted is what was there when it was asked: three, and one that has come since. */
    @Test
    void linesThatWaitAreHandedOnTogether() {
        List<Integer> queued = new ArrayList<>(List.of(3, 1, 0));
        appender.follow(queued::removeFirst);

        List.of("one", "two", "three", "four", "five").forEach(appender::doAppend);

        assertThat(happened).containsExactly("a pause of 10 ms", "one%ntwo%nthree%nfour%nfive".formatted());
        assertThat(queued).isEmpty();
    }

    @Test
    void forALineThatIsKnownToComeNobodyWaits() {
        List<Integer> queued = new ArrayList<>(List.of(1, 0));
        appender.follow(queued::removeFirst);

        appender.doAppend("one");
        now.addAndGet(LingeringAppender.SILENCE.toNanos());
        appender.doAppend("two");

        assertThat(happened).containsExactly("a pause of 10 ms", "one%ntwo".formatted());
    }

    @Test
    void theLastIsHandedOnAlsoIfItIsNotForThisWriter() {
        writer.addFilter(new Filter<>() {
            @Override
            public FilterReply decide(String line) {
                return line.startsWith("debug") ? FilterReply.DENY : FilterReply.NEUTRAL;
            }
        });
        List<Integer> queued = new ArrayList<>(List.of(1, 0));
        appender.follow(queued::removeFirst);

        appender.doAppend("one");
        appender.doAppend("debug");

        assertThat(happened).containsExactly("a pause of 10 ms", "one");
    }

    @Test
    void aFailureIsToldAndTheNextLinesCome() {
        stream.full = true;
        appender.doAppend("one");
        stream.full = false;
        appender.doAppend("two");

        assertThat(context.getStatusManager().getCopyOfStatusList())
                .anySatisfy(status -> assertThat(status.getThrowable()).hasMessage("no space left"));
        assertThat(happened).containsExactly("a pause of 10 ms", "one%ntwo".formatted());
    }

    /** As after a file that could not be opened when the one before it was full. */
    @Test
    void aWriterThatHasNowhereToWriteCostsNobodyASecondPause() {
        writer.stop();
        happened.clear();

        appender.doAppend("one");
        appender.doAppend("two");

        assertThat(happened).containsExactly("a pause of 10 ms");
    }

    @Test
    void endsWithTheOneThatWrites() {
        appender.stop();

        assertThat(appender.isStarted()).isFalse();
        assertThat(writer.isStarted()).isFalse();
    }
}
