package dev.parley.bootstrap.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.spi.DeferredProcessingAware;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.FileAppenderFactory;
import io.dropwizard.logging.common.async.AsyncAppenderFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code type: lingering-file}: as Dropwizard's {@code file}, with all that can be set there but {@code immediateFlush}; lines come {@link LingeringAppender a moment later}. */
@JsonTypeName("lingering-file")
public final class LingeringFileAppenderFactory<E extends DeferredProcessingAware> extends FileAppenderFactory<E> {

    /** Others of the machine are not to read who talks with whom. */
    @Override
    protected FileAppender<E> buildAppender(LoggerContext context) {
        FileAppender<E> appender = super.buildAppender(context);
        Optional.ofNullable(getCurrentLogFilename())
                .map(name -> new PrivateLogFile(Path.of(name)))
                .ifPresent(log -> makePrivate(log, appender, context));
        return appender;
    }

    private static void makePrivate(PrivateLogFile log, FileAppender<?> appender, LoggerContext context) {
        try {
            log.create();
        } catch (IOException e) { // which the appender is about to run into and report
            appender.addError("The log file could not be created for its owner only", e);
        }
        if (appender instanceof RollingFileAppender<?> rolling) {
            PrivateRolling policy = new PrivateRolling(rolling.getRollingPolicy(), log);
            policy.setContext(context);
            rolling.setRollingPolicy(policy);
        }
    }

    @Override
    protected Appender<E> wrapAsync(Appender<E> appender, AsyncAppenderFactory<E> queue, Context context) {
        return LingeringAppender.between(appender, lingering -> super.wrapAsync(lingering, queue, context));
    }
}
