package dev.parley.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file by which the launcher sees that the service has started: it keeps the training of such runs only. */
final class ServedMark {

    /** Names the file; the launcher gives it. */
    static final String PROPERTY = "parley.served";

    private ServedMark() {}

    static void leave() {
        Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).ifPresent(ServedMark::create);
    }

    private static void create(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
