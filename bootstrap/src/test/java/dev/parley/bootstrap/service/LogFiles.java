package dev.parley.bootstrap.service;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The log file of a service and its rotated files, in case midnight passes during a test.
 *
 * @param current the file in use; the others are beside it, as config.yml states
 */
record LogFiles(Path current) {

    /** In the order of writing, as long as no day has more than ten files. */
    String text() {
        return await().ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(this::read, Optional::isPresent)
                .orElseThrow();
    }

    /** Empty if it was rotated in between. */
    private Optional<String> read() {
        List<Path> before = files();
        String text = before.stream().map(LogFiles::textOf).collect(joining());
        boolean isWhole = before.equals(files())
                && before.stream().noneMatch(file -> file.toString().endsWith(".tmp"));
        return isWhole ? Optional.of(text) : Optional.empty();
    }

    private List<Path> files() {
        try (Stream<Path> siblings = Files.list(current.getParent())) {
            String archive = current.getFileName() + ".";
            Stream<Path> archives = siblings.filter(
                            file -> file.getFileName().toString().startsWith(archive))
                    .sorted();
            return Stream.concat(archives, Stream.of(current)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content, compressed or not; invalid UTF-8 is replaced. */
    static String textOf(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
