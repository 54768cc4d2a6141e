package dev.parley.bootstrap.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Appender;
import org.slf4j.LoggerFactory;

/** The queues between the loggers and the appenders that write. */
public final class LogQueues {

    private LogQueues() {}

    /**
     * Writes the queued lines, within a second, and accepts no more. Called at the end of a command: Dropwizard waits until its
     * queues are empty, but the last lines may not be written by then.
     */
    public static void writeLast() {
        writeLast((LoggerContext) LoggerFactory.getILoggerFactory());
    }

    /** Stopping an asynchronous appender writes its queue and stops the appender behind it. */
    static void writeLast(LoggerContext context) {
        for (Logger logger : context.getLoggerList()) {
            logger.iteratorForAppenders().forEachRemaining(Appender::stop);
        }
    }
}
