package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.postgres.EmbeddedPostgresServer;
import dev.parley.bootstrap.store.EmptyStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service that cannot start prints the reason in one line and leaves no process behind. {@code FailureLineTest} tests
 * each reason without a separate JVM.
 */
@Tag("slow")
final class BadStartTest {

    @TempDir
    private Path home;

    @AutoClose
    private final ServiceProcesses services = new ServiceProcesses();

    private Settings settings;

    @BeforeEach
    void choose() throws IOException {
        settings = Settings.in(home.toRealPath());
    }

    @Test
    void invalidConfigurationIsNamed() {
        ServiceProcess service =
                services.running(ConfigFile.changed(home, "batch: 500", "batch: 0"), settings, "serve");

        assertRefused(service, "The configuration is not valid: .*relay.batch must be greater than or equal to 1.*");
        assertThat(settings.dataDirectory()).doesNotExist();
    }

    @Test
    void portInUseIsNamedAndTheDatabaseIsStopped() throws IOException {
        try (ServerSocket taken = new ServerSocket(settings.port(), 1, InetAddress.getLoopbackAddress())) {
            ServiceProcess service = services.running(settings.onEmptyStores(), "serve");

            assertRefused(service, "The service cannot listen: .*" + taken.getLocalPort() + ".*PARLEY_PORT.*");
            assertThat(service.console()).doesNotContain("Exception", "\tat ");
        }
        assertThat(settings.dataDirectory().resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void unresponsiveDatabaseIsNamed() {
        String url = "jdbc:postgresql://127.0.0.1:" + settings.adminPort() + "/parley";
        ServiceProcess service = services.running(
                settings.with("PARLEY_DATABASE_URL", url)
                        .with("PARLEY_ACTIVITY_DATABASE_URL", url)
                        .with("PARLEY_DATABASE_USER", "parley_app")
                        .with("PARLEY_DATABASE_PASSWORD", "canary of passwords"),
                "serve");

        assertRefused(service, "database cannot be reached at " + url + " as user \"parley_app\": .*refused.*");
        assertThat(service.console()).doesNotContain("canary of passwords");
    }

    @Test
    void dataDirectoryInUseIsNamed() {
        try (EmbeddedPostgresServer running =
                EmbeddedPostgresServer.start(EmptyStores.copyTo(settings.dataDirectory()))) {
            assertThat(running.databases()).isNotNull();

            assertRefused(
                    services.running(settings, "serve"),
                    "The data directory " + settings.dataDirectory()
                            + " is already in use by another Parley server, process "
                            + ProcessHandle.current().pid());
            assertThat(OrphanedPostgres.server(settings.dataDirectory()))
                    .as("the other's")
                    .isPresent();
        }
    }

    @Test
    void pendingMigrationsAreNamedWithTheCommand() {
        try (ExternalPostgres stores = ExternalPostgres.startWithoutSchema(home.resolve("stores"))) {
            assertRefused(
                    services.running(settings.onStores(stores.state(), stores.log()), "serve"),
                    "\\d+ migrations of the state database are pending: run \\./parley db migrate");
        }
    }

    @Test
    void schemaNewerThanTheBuildIsNamed() {
        try (ExternalPostgres stores = ExternalPostgres.start(home.resolve("stores"))) {
            DatabaseRows.connect(stores.owner())
                    .useHandle(handle -> handle.execute("INSERT INTO databasechangelog (id, author, filename,"
                            + " dateexecuted, orderexecuted, exectype) VALUES ('future', 'parley',"
                            + " 'parley/state/0099-future.sql', now(), 9999, 'EXECUTED')"));

            assertRefused(
                    services.running(settings.onStores(stores.state(), stores.log()), "serve"),
                    "The schema of the state database is newer than this build, which does not know"
                            + " parley/state/0099-future.sql \\(future\\): use the build that migrated it");
        }
    }

    private static void assertRefused(ServiceProcess service, String line) {
        assertThat(service.awaitEnd()).isNotZero();
        assertThat(service.errors()).singleElement().asString().matches(line);
    }
}
