package dev.parley.adapters.rest.file;

import java.util.Map;
import java.util.Optional;

/** A fixed set of files, read once: no name from a request ever reaches a file system. */
public final class ServedFiles {

    private final Map<String, ServedFile> files;

    public ServedFiles(Map<String, ServedFile> files) {
        this.files = Map.copyOf(files);
    }

    public Optional<ServedFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
