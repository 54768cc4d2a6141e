package dev.parley.bootstrap.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Both databases in a durable embedded server with its own data directory. All tests of a JVM share it: the first test
 * starts it, and it ends with the JVM.
 */
public final class TestStores {

    private final Path dataDirectory;
    private final EmbeddedStoreServer server;

    private TestStores(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
        this.server = EmbeddedStoreServer.start(EmptyStores.copyTo(dataDirectory));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    /** The data directory, in which others find the running server. */
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
