package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The delivered config.yml with changes. */
final class ConfigFile {

    private ConfigFile() {}

    /** Writes a changed copy below the directory; every replaced text must exist. */
    static Path changed(Path directory, String before, String after) {
        return changed(directory, Map.of(before, after));
    }

    /** @param changes the new text by the old text */
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
