package dev.parley.bootstrap.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AsyncAppenderBase;
import io.dropwizard.logback.AsyncAppenderBaseProxy;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** The queues between the log and what writes it. */
public final class LogQueues {

    private LogQueues() {}

    /**
     * Writes what they hold, within a second, and takes nothing more. For the end of a command: Dropwizard waits until they
     * are empty, and what was taken out of them need not be written by then.
     */
    public static void writeLast() {
        writeLast((LoggerContext) LoggerFactory.getILoggerFactory());
    }

    static void writeLast(LoggerContext context) {
        for (Logger logger : context.getLoggerList()) {
            logger.iteratorForAppenders()
                    .forEachRemaining(appender -> of(appender).ifPresent(AsyncAppenderBase::stop));
        }
    }

    /** The queue that an appender is or, where {@code messageRate} is set, stands before. */
    static Optional<AsyncAppenderBase<?>> of(Appender<?> appender) {
        return switch (appender) {
            case AsyncAppenderBase<?> queue -> Optional.of(queue);
            case AsyncAppenderBaseProxy<?> throttled -> Optional.of(throttled.getAppender());
            default -> Optional.empty();
        };
    }
}
