package dev.parley.bootstrap.logging;

import ch.qos.logback.core.Appender;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.concurrent.locks.LockSupport;

/** What the appenders of the configuration have in common that linger. */
final class Lingering {

    private Lingering() {}

    /** @param writer which has been started, and is stopped with the other */
    static <E> Appender<E> before(Appender<E> writer) {
        LingeringAppender<E> lingering = new LingeringAppender<>(
                writer, Ticker.systemTicker(), moment -> LockSupport.parkNanos(moment.toNanos()));
        lingering.start();
        return lingering;
    }
}
