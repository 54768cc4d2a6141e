package dev.parley.bootstrap.logging;

import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Waits a moment before the first line after a silence. It stands between the queue of an asynchronous appender and the one
 * that writes, so it is the queue's thread that waits: the lines that come meanwhile need not wake that thread, which costs
 * each request more than its line (docs/performance.md). They are few enough that the queue does not fill. A process that is
 * killed loses those of its last moment; one that ends writes them ({@link LogQueues}).
 */
final class LingeringAppender<E> extends UnsynchronizedAppenderBase<E> {

    /** Longer than one line of a queue comes after another, and shorter than any sleep. */
    static final Duration SILENCE = Duration.ofNanos(50_000);

    /** Nobody who watches a log notices it. */
    static final Duration MOMENT = Duration.ofMillis(10);

    private final Appender<E> writer;
    private final Ticker ticker;
    private final Consumer<Duration> pause;
    private long lastAt;

    /**
     * @param ticker in nanoseconds
     * @param pause waits for so long, or until the thread is interrupted, which stays so
     */
    LingeringAppender(Appender<E> writer, Ticker ticker, Consumer<Duration> pause) {
        this.writer = writer;
        this.ticker = ticker;
        this.pause = pause;
        this.lastAt = ticker.read() - SILENCE.toNanos();
        setName(writer.getName());
        setContext(writer.getContext());
    }

    /** @param writer has been started, and is stopped with the other */
    static <E> Appender<E> before(Appender<E> writer) {
        LingeringAppender<E> lingering = new LingeringAppender<>(
                writer, Ticker.systemTicker(), moment -> LockSupport.parkNanos(moment.toNanos()));
        lingering.start();
        return lingering;
    }

    @Override
    protected void append(E line) {
        if (ticker.read() - lastAt >= SILENCE.toNanos()) {
            pause.accept(MOMENT);
        }
        writer.doAppend(line);
        lastAt = ticker.read();
    }

    /** The queue stops the one that it passes lines to, and knows of no other. */
    @Override
    public void stop() {
        super.stop();
        writer.stop();
    }
}
