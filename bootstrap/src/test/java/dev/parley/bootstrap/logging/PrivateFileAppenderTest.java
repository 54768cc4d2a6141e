package dev.parley.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import io.dropwizard.logging.common.AppenderFactory;
import io.dropwizard.logging.common.async.AsyncLoggingEventAppenderFactory;
import io.dropwizard.logging.common.filter.ThresholdLevelFilterFactory;
import io.dropwizard.logging.common.layout.DropwizardLayoutFactory;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivateFileAppenderTest {

    private static final int LINES = 10_000;

    @Test
    void stopWritesEveryLineInOrder(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("log_file");
        LoggerContext context = context();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender(file, context));

        IntStream.range(0, LINES).forEach(number -> context.getLogger("test").info("line {}", number));
        LogQueues.writeLast(context);

        assertThat(Files.readAllLines(file))
                .containsExactlyElementsOf(IntStream.range(0, LINES)
                        .mapToObj(number -> "line " + number)
                        .toList());
    }

    @Test
    void singleLineIsWrittenAtOnce(@TempDir Path directory) {
        Path file = directory.resolve("log_file");
        LoggerContext context = context();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender(file, context));

        context.getLogger("test").info("alone");

        await().untilAsserted(() -> assertThat(file).hasContent("alone"));
        LogQueues.writeLast(context);
    }

    /** With {@code messageRate} the queue is behind an appender that drops lines above the rate. */
    @Test
    void stopWritesTheLinesOfALimitedAppender(@TempDir Path directory) {
        Path file = directory.resolve("log_file");
        LoggerContext context = context();
        PrivateFileAppenderFactory<ILoggingEvent> factory = factory(file);
        factory.setMessageRate(Duration.microseconds(1));
        context.getLogger("one").addAppender(appender(factory, context));

        context.getLogger("one").info("limited");
        LogQueues.writeLast(context);

        assertThat(file).hasContent("limited");
    }

    private static LoggerContext context() {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        return context;
    }

    private static Appender<ILoggingEvent> appender(Path file, LoggerContext context) {
        return appender(factory(file), context);
    }

    private static PrivateFileAppenderFactory<ILoggingEvent> factory(Path file) {
        PrivateFileAppenderFactory<ILoggingEvent> factory = new PrivateFileAppenderFactory<>();
        factory.setCurrentLogFilename(file.toString());
        factory.setArchive(false);
        factory.setLogFormat("%msg%n");
        factory.setDiscardingThreshold(0);
        return factory;
    }

    private static Appender<ILoggingEvent> appender(
            PrivateFileAppenderFactory<ILoggingEvent> factory, LoggerContext context) {
        return factory.build(
                context,
                "parley",
                new DropwizardLayoutFactory(),
                new ThresholdLevelFilterFactory(),
                new AsyncLoggingEventAppenderFactory());
    }

    @Test
    void theConfigurationCanNameIt() {
        assertThat(ServiceLoader.load(AppenderFactory.class))
                .hasAtLeastOneElementOfType(PrivateFileAppenderFactory.class);
    }
}
