package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The delivered config.yml with something in it changed. */
final class ConfigFile {

    private ConfigFile() {}

    /** A copy below the directory; what is replaced must be there. */
    static Path changed(Path directory, String before, String after) {
        return changed(directory, Map.of(before, after));
    }

    /** @param changes by what is there before */
    static Path changed(Path directory, Map<String, String> changes) {
        try {
            String text = Files.readString(Settings.configFile());
            for (Map.Entry<String, String> change : changes.entrySet()) {
                assertThat(text).contains(change.getKey());
                text = text.replace(change.getKey(), change.getValue());
            }
            return Files.writeString(Files.createTempFile(directory, "config", ".yml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
