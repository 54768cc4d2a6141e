package dev.parley.bootstrap.service;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * All that a service has logged, also where midnight has come during a test and the file was rotated.
 *
 * @param current the file that is written to; what was rotated is beside it, as config.yml says
 */
record ServerLog(Path current) {

    /** In the order in which it was written, as long as no day has more than ten files. */
    String text() {
        try (Stream<Path> siblings = Files.list(current.getParent())) {
            return Stream.concat(siblings.filter(this::isArchive).sorted(), Stream.of(current))
                    .map(ServerLog::textOf)
                    .collect(joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isArchive(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(current.getFileName() + ".") && name.endsWith(".gz");
    }

    /** What is in it, compressed or not; what is no UTF-8 is replaced. */
    static String textOf(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
