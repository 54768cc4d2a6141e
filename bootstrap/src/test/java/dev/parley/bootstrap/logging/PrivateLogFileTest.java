package dev.parley.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.EchoEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import io.dropwizard.util.DataSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Log files are readable by the operator only. */
@DisabledOnOs(OS.WINDOWS)
final class PrivateLogFileTest {

    @TempDir
    private Path temporary;

    @Test
    void newFileAndDirectoryAreReadableByTheOwnerOnly() throws IOException {
        Path file = temporary.resolve("a/b/log_file");

        started(file).stop();

        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(rights(file.getParent())).isEqualTo("rwx------");
        assertThat(rights(file.getParent().getParent())).isEqualTo("rwx------");
    }

    @Test
    void existingFileKeepsItsRightsAndTheNextFileHasTheSame() throws IOException {
        Path file = Files.createFile(temporary.resolve("log_file"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        RollingFileAppender<ILoggingEvent> appender = started(file);

        appender.rollover();

        assertThat(files())
                .hasSize(2)
                .allSatisfy(each -> assertThat(rights(each)).isEqualTo("rw-r-----"));
        appender.stop();
    }

    @Test
    void rotatedFileIsReadableByTheOwnerOnly() throws IOException {
        RollingFileAppender<ILoggingEvent> appender = started(temporary.resolve("log_file"));

        appender.rollover();
        appender.rollover();

        assertThat(files())
                .hasSizeGreaterThan(1)
                .allSatisfy(each -> assertThat(rights(each)).isEqualTo("rw-------"));
        appender.stop();
    }

    @Test
    void directoryThatCannotBeCreatedIsReported() throws IOException {
        Path file = Files.createFile(temporary.resolve("file")).resolve("log_file");

        FileAppender<ILoggingEvent> appender = built(file);

        assertThat(appender.getStatusManager().getCopyOfStatusList())
                .anySatisfy(status -> assertThat(status.getMessage()).contains("owner only"));
    }

    /** Without compression: the compressor creates files with the rights of the umask. */
    private static FileAppender<ILoggingEvent> built(Path file) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        PrivateFileAppenderFactory<ILoggingEvent> factory = new PrivateFileAppenderFactory<>();
        factory.setCurrentLogFilename(file.toString());
        factory.setArchivedLogFilenamePattern(file + ".%i");
        factory.setMaxFileSize(DataSize.mebibytes(1));
        FileAppender<ILoggingEvent> appender = factory.buildAppender(context);
        appender.setContext(context);
        return appender;
    }

    private static RollingFileAppender<ILoggingEvent> started(Path file) {
        if (built(file) instanceof RollingFileAppender<ILoggingEvent> appender) {
            appender.setEncoder(new EchoEncoder<>());
            appender.start();
            return appender;
        }
        throw new AssertionError("nothing is rotated");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.toList();
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
