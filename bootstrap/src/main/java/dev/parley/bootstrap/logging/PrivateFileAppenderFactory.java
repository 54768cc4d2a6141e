package dev.parley.bootstrap.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.spi.DeferredProcessingAware;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.FileAppenderFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code type: private-file}: Dropwizard's {@code file}, with the same keys, whose files are created for their owner only.
 * Other users of the machine must not see which users write to each other.
 */
@JsonTypeName("private-file")
public final class PrivateFileAppenderFactory<E extends DeferredProcessingAware> extends FileAppenderFactory<E> {

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
        } catch (IOException e) { // the appender fails too, and reports it
            appender.addError("Failed to create the log file for its owner only", e);
        }
        if (appender instanceof RollingFileAppender<?> rolling) {
            PrivateRolling policy = new PrivateRolling(rolling.getRollingPolicy(), log);
            policy.setContext(context);
            rolling.setRollingPolicy(policy);
        }
    }
}
