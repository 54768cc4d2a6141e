package dev.parley.bootstrap.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** A data directory whose server has been started once and stopped: copying it is quicker than initialising another. */
final class InitialisedDirectory {

    private final Path original;

    private InitialisedDirectory(Path original) {
        this.original = original;
    }

    static InitialisedDirectory in(Path parent) {
        Path original = parent.resolve("initialised");
        EmbeddedPostgresServer.start(original).close();
        return new InitialisedDirectory(original);
    }

    /** The copy keeps the file modes, without which PostgreSQL refuses it; the binaries are linked. */
    Path copyTo(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(original)) {
            files.forEach(file -> copy(file, target.resolve(original.relativize(file))));
        }
        return target;
    }

    private static void copy(Path source, Path target) {
        try {
            if (source.toString().contains("postgres-binaries")
                    && Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS)) {
                Files.createLink(target, source);
            } else {
                Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
