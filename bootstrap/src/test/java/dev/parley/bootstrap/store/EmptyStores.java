package dev.parley.bootstrap.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * A data directory with an embedded PostgreSQL and both databases, migrated and empty. It is created once per JVM,
 * because copying it is much faster than creating another.
 */
public final class EmptyStores {

    private static final String BINARIES = "postgres-binaries";
    private static final String CLUSTER = "postgres";
    /** The file with the port. Every start rewrites it, and two copies must not begin with the same port. */
    private static final String SETTINGS = "parley.conf";

    private final Path original;

    private EmptyStores(Path original) {
        this.original = original;
    }

    /** @param dataDirectory does not exist yet, but its parent does */
    public static Path copyTo(Path dataDirectory) {
        return Holder.INSTANCE.copy(dataDirectory);
    }

    private static EmptyStores make() {
        try {
            Path original = Files.createTempDirectory("parley-empty").toRealPath();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> DirectoryTree.delete(original)));
            try (EmbeddedStoreServer server = EmbeddedStoreServer.start(original)) {
                Schema.ofState(server.access()).migrate();
                Schema.ofLog(server.access()).migrate();
            }
            return new EmptyStores(original);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path copy(Path target) {
        copyFile(original, target);
        copyTree(original.resolve(BINARIES), target.resolve(BINARIES), EmptyStores::link);
        copyTree(original.resolve(CLUSTER), target.resolve(CLUSTER), EmptyStores::copyFile);
        return target;
    }

    private static void copyTree(Path source, Path target, Copying copying) {
        try (Stream<Path> files = Files.walk(source)) {
            files.filter(file -> !file.endsWith(SETTINGS))
                    .forEach(file -> copying.copy(file, target.resolve(source.relativize(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path source, Path target) {
        try {
            if (Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS)) {
                Files.createLink(target, source);
            } else {
                copyFile(source, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With its mode, which PostgreSQL requires. */
    private static void copyFile(Path source, Path target) {
        try {
            Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Copying {
        void copy(Path source, Path target);
    }

    private static final class Holder {
        private static final EmptyStores INSTANCE = make();
    }
}
