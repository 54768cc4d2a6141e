package dev.parley.bootstrap.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Both stores in an embedded server that is durable, with a data directory of its own: one for all tests of a JVM,
 * started by the first that wants it, ended with the JVM.
 */
public final class TestStores {

    private final Path dataDirectory;
    private final EmbeddedStoreServer server;

    private TestStores(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
        this.server = EmbeddedStoreServer.start(EmptyStores.copyTo(dataDirectory));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    /** Where it lives: who joins it there finds it running. */
    public static Path dataDirectory() {
        return Holder.INSTANCE.dataDirectory;
    }

    public static StoreAccess access() {
        return Holder.INSTANCE.server.access();
    }

    private static TestStores start() {
        try {
            return new TestStores(
                    Files.createTempDirectory("parley-stores").toRealPath().resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        server.close();
        DirectoryTree.delete(dataDirectory.getParent());
    }

    private static final class Holder {
        private static final TestStores INSTANCE = start();
    }
}
