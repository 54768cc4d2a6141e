package dev.parley.bootstrap.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Two nodes of the program on the same databases. All test classes that register this share the nodes, because their
 * start is slow. A node that a test stopped is started again after the test.
 */
final class TwoNodes implements BeforeAllCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(TwoNodes.class);

    private Optional<Cluster> found = Optional.empty();

    private static final class Cluster implements AutoCloseable {

        private final Path home;
        private final ExternalPostgres stores;
        private final ServiceProcesses services = new ServiceProcesses();
        private ServiceProcess one;
        private ServiceProcess other;

        Cluster() {
            try {
                home = Files.createTempDirectory("parley-two-nodes");
                stores = ExternalPostgres.start(home.resolve("stores"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            try {
                one = services.serving(settings("one"));
                other = services.serving(settings("other"));
            } catch (IOException | RuntimeException e) { // no other code knows the started processes
                services.close();
                stores.close();
                throw new IllegalStateException("the nodes could not start", e);
            }
        }

        private Settings settings(String name) throws IOException {
            return Settings.in(Files.createDirectory(home.resolve(name)))
                    .onStores(stores.state(), stores.log())
                    .migratedBy(stores.owner());
        }

        void mend() {
            one = restarted(one);
            other = restarted(other);
        }

        private ServiceProcess restarted(ServiceProcess node) {
            return node.isAlive() ? node : services.serving(node.settings());
        }

        @Override
        public void close() throws IOException {
            services.close();
            stores.close();
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        found = Optional.of(context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Cluster.class, type -> new Cluster(), Cluster.class));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        cluster().mend();
    }

    private Cluster cluster() {
        return found.orElseThrow();
    }

    ServiceProcess one() {
        return cluster().one;
    }

    ServiceProcess other() {
        return cluster().other;
    }

    /** The URLs of the nodes, running or not. */
    List<URI> addresses() {
        return List.of(
                cluster().one.settings().api(), cluster().other.settings().api());
    }

    ExternalPostgres stores() {
        return cluster().stores;
    }

    DatabaseRows rows() {
        return cluster().stores.rows();
    }

    /** Asserts that {@code parley check-data} finds no inconsistency. */
    void assertDataIsConsistent() {
        cluster().services.assertDataIsConsistent(cluster().one.settings());
    }
}
