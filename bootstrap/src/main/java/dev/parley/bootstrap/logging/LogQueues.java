package dev.parley.bootstrap.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.AsyncAppenderBase;
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
        context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(appender -> {
            if (appender instanceof AsyncAppenderBase<?> queue) {
                queue.stop();
            }
        });
    }
}
