package dev.parley.bootstrap.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The log of the server: the start log, and the log directory once its logging process runs. */
final class PostgresLog {

    private static final Pattern FAILURE = Pattern.compile("(?:FATAL|PANIC): +(.*)");

    private final DataDirectory directory;

    PostgresLog(DataDirectory directory) {
        this.directory = directory;
    }

    /** Why the server did not start, and the file with the details. */
    Optional<String> lastFailure() throws IOException {
        Optional<String> early = lastFailureIn(directory.startLog());
        return early.isPresent() ? early : newest().flatMap(PostgresLog::lastFailureIn);
    }

    private Optional<Path> newest() throws IOException {
        Path logs = directory.cluster().resolve("log");
        if (!Files.isDirectory(logs)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(logs)) {
            return files.map(Path::toFile)
                    .max(Comparator.comparingLong(File::lastModified))
                    .map(File::toPath);
        }
    }

    private static Optional<String> lastFailureIn(Path file) {
        // unlike those of Files, this reader accepts bytes that are not text
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            return lines.lines()
                    .map(FAILURE::matcher)
                    .filter(Matcher::find)
                    .map(failure -> failure.group(1) + " (see " + file + ")")
                    .reduce((earlier, later) -> later);
        } catch (IOException e) {
            return Optional.empty(); // missing or unreadable: the output of the program is used
        }
    }
}
