package dev.parley.bootstrap.logging;

import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.spi.DeferredProcessingAware;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.ConsoleAppenderFactory;
import io.dropwizard.logging.common.async.AsyncAppenderFactory;

/** {@code type: lingering-console}: as Dropwizard's {@code console}, with all that can be set there but {@code immediateFlush}; lines come {@link LingeringAppender a moment later}. */
@JsonTypeName("lingering-console")
public final class LingeringConsoleAppenderFactory<E extends DeferredProcessingAware>
        extends ConsoleAppenderFactory<E> {

    @Override
    protected Appender<E> wrapAsync(Appender<E> appender, AsyncAppenderFactory<E> queue, Context context) {
        return LingeringAppender.between(appender, lingering -> super.wrapAsync(lingering, queue, context));
    }
}
