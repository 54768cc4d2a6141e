package dev.parley.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.postgres.EmbeddedPostgresServer;
import dev.parley.bootstrap.store.EmptyStores;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.JarLocation;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FailedStartTest {

    @TempDir
    private Path directory;

    @Test
    void serviceThatCannotListenStopsItsDatabase() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path data = EmptyStores.copyTo(directory.toRealPath().resolve("data"));

            assertThat(serve(configuration(data, taken.getLocalPort()))).isPresent();

            assertThat(EmbeddedPostgresServer.databasesOfRunning(data)).isEmpty();
        }
    }

    private static Optional<Throwable> serve(Path configuration) throws Exception {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        ParleyApplication application = new ParleyApplication(nowhere);
        Bootstrap<ParleyConfiguration> bootstrap = new Bootstrap<>(application);
        application.addDefaultCommands(bootstrap);
        application.initialize(bootstrap);
        return new Cli(new JarLocation(FailedStartTest.class), bootstrap, nowhere, nowhere)
                .run("serve", configuration.toString());
    }

    private Path configuration(Path data, int takenPort) throws Exception {
        String text = Files.readString(Path.of("..", "config.yml"))
                .replace("${PARLEY_DATA_DIR:-./data}", data.toString())
                .replace("${PARLEY_PORT:-8080}", Integer.toString(takenPort))
                .replace("${PARLEY_BIND_HOST:-0.0.0.0}", "127.0.0.1")
                .replace("${PARLEY_ADMIN_PORT:-8081}", "0")
                .replace("${PARLEY_SHUTDOWN_WAIT:-2s}", "1ms")
                .replace(
                        "${PARLEY_LOG_FILE:-./log_file}",
                        directory.resolve("log").toString());
        return Files.writeString(directory.resolve("config.yml"), text);
    }
}
