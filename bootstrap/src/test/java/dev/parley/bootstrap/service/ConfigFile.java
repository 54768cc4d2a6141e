package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The delivered config.yml with something in it changed. */
final class ConfigFile {

    private ConfigFile() {}

    /** A copy below the directory; what is replaced must be there. */
    static Path changed(Path directory, String before, String after) {
        try {
            String delivered = Files.readString(Settings.configFile());
            assertThat(delivered).contains(before);
            return Files.writeString(
                    Files.createTempFile(directory, "config", ".yml"), delivered.replace(before, after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
