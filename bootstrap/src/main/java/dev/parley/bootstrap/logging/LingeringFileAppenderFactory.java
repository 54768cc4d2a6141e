package dev.parley.bootstrap.logging;

import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.spi.DeferredProcessingAware;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.FileAppenderFactory;
import io.dropwizard.logging.common.async.AsyncAppenderFactory;

/** {@code type: lingering-file}: as Dropwizard's {@code file}, with all that can be set there but {@code immediateFlush}; lines come {@link LingeringAppender a moment later}. */
@JsonTypeName("lingering-file")
public final class LingeringFileAppenderFactory<E extends DeferredProcessingAware> extends FileAppenderFactory<E> {

    @Override
    protected Appender<E> wrapAsync(Appender<E> appender, AsyncAppenderFactory<E> queue, Context context) {
        return LingeringAppender.between(appender, lingering -> super.wrapAsync(lingering, queue, context));
    }
}
