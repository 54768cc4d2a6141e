package dev.parley.bootstrap.logging;

import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/**
 * Waits a moment before the first line after a silence, and hands those that have gathered to the system together. It stands
 * between the queue of an asynchronous appender and the one that writes, so it is the queue's thread that waits: the lines that
 * come meanwhile need not wake that thread, which costs each request more than its line (docs/performance.md). They are few
 * enough that the queue does not fill. (The JVM's own console hands on each line by itself all the same.) A process that is killed loses those of its last moment; one that ends writes them
 * ({@link LogQueues}).
 */
final class LingeringAppender<E> extends UnsynchronizedAppenderBase<E> {

    /** Longer than one line of a queue comes after another, and shorter than any sleep. */
    static final Duration SILENCE = Duration.ofNanos(50_000);

    /** Nobody who watches a log notices it. */
    static final Duration MOMENT = Duration.ofMillis(10);

    private final OutputStreamAppender<E> writer;
    private final Ticker ticker;
    private final Consumer<Duration> pause;
    private volatile IntSupplier queued = () -> 0;
    private int following;
    private long lastAt;

    /**
     * @param ticker in nanoseconds
     * @param pause waits for so long, or until the thread is interrupted, which stays so
     */
    LingeringAppender(OutputStreamAppender<E> writer, Ticker ticker, Consumer<Duration> pause) {
        this.writer = writer;
        writer.setImmediateFlush(false);
        this.ticker = ticker;
        this.pause = pause;
        this.lastAt = ticker.read() - SILENCE.toNanos();
        setName(writer.getName());
        setContext(writer.getContext());
    }

    /**
     * @param writer has been started, and is stopped with the queue
     * @param queueing puts a queue before the appender that it is given
     */
    static <E> Appender<E> between(Appender<E> writer, UnaryOperator<Appender<E>> queueing) {
        LingeringAppender<E> lingering = new LingeringAppender<>(
                (OutputStreamAppender<E>) writer,
                Ticker.systemTicker(),
                moment -> LockSupport.parkNanos(moment.toNanos()));
        lingering.start();
        Appender<E> queued = queueing.apply(lingering);
        LogQueues.of(queued)
                .ifPresent(queue -> lingering.follow(() -> queue.isStarted() ? queue.getNumberOfElementsInQueue() : 0));
        return queued;
    }

    /** @param queued so many lines at least are certain to come, without anybody having to wait for them */
    void follow(IntSupplier queued) {
        this.queued = queued;
    }

    @Override
    protected void append(E line) {
        if (following == 0 && ticker.read() - lastAt >= SILENCE.toNanos()) {
            pause.accept(MOMENT);
        }
        writer.doAppend(line);
        if (isLast()) { // also if the writer's filters have let nothing of it through
            flush();
        }
        lastAt = ticker.read();
    }

    /** Asks again only when all have come that were there: whoever asks stops those who put lines into the queue. */
    private boolean isLast() {
        following = following > 1 ? following - 1 : queued.getAsInt();
        return following == 0;
    }

    private void flush() {
        try {
            OutputStream stream = writer.getOutputStream();
            if (stream != null) { // none after a file could not be opened
                stream.flush();
            }
        } catch (IOException e) {
            addError("Lines could not be written by " + getName(), e);
        }
    }

    /** The queue stops the one that it passes lines to, and knows of no other. */
    @Override
    public void stop() {
        super.stop();
        writer.stop();
    }
}
