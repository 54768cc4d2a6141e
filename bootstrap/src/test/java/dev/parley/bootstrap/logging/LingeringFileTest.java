package dev.parley.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import io.dropwizard.logging.common.AppenderFactory;
import io.dropwizard.logging.common.async.AsyncLoggingEventAppenderFactory;
import io.dropwizard.logging.common.filter.ThresholdLevelFilterFactory;
import io.dropwizard.logging.common.layout.DropwizardLayoutFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LingeringFileTest {

    private static final int LINES = 10_000;

    @Test
    void everyLineIsThereInItsOrderAtTheEnd(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("log_file");
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        Appender<ILoggingEvent> appender = appender(file, context);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);

        IntStream.range(0, LINES).forEach(number -> context.getLogger("test").info("line {}", number));
        LogQueues.writeLast(context);

        assertThat(Files.readAllLines(file))
                .containsExactlyElementsOf(IntStream.range(0, LINES)
                        .mapToObj(number -> "line " + number)
                        .toList());
    }

    private static Appender<ILoggingEvent> appender(Path file, LoggerContext context) {
        LingeringFileAppenderFactory<ILoggingEvent> factory = new LingeringFileAppenderFactory<>();
        factory.setCurrentLogFilename(file.toString());
        factory.setArchive(false);
        factory.setLogFormat("%msg%n");
        factory.setDiscardingThreshold(0);
        return factory.build(
                context,
                "parley",
                new DropwizardLayoutFactory(),
                new ThresholdLevelFilterFactory(),
                new AsyncLoggingEventAppenderFactory());
    }

    @Test
    void theConfigurationCanNameBoth() {
        assertThat(ServiceLoader.load(AppenderFactory.class))
                .hasAtLeastOneElementOfType(LingeringFileAppenderFactory.class)
                .hasAtLeastOneElementOfType(LingeringConsoleAppenderFactory.class);
    }
}
