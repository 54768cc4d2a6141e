package dev.parley.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoopbackPortTest {

    @Test
    void freePreferredPortIsUsed() throws IOException {
        int free = LoopbackPort.choose(OptionalInt.empty());

        assertThat(LoopbackPort.choose(OptionalInt.of(free))).isEqualTo(free);
    }

    @Test
    void portInUseIsAvoided() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(LoopbackPort.choose(OptionalInt.of(taken.getLocalPort())))
                    .isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void previousPortIsReadFromTheSettings(@TempDir Path cluster) throws IOException {
        assertThat(ServerSettings.previousPort(cluster)).isEmpty();

        ServerSettings.write(cluster, 54321);
        assertThat(ServerSettings.previousPort(cluster)).hasValue(54321);

        Files.writeString(cluster.resolve("parley.conf"), "# emptied\n");
        assertThat(ServerSettings.previousPort(cluster)).isEmpty();
    }
}
