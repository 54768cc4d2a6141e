package dev.parley.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostmasterFileTest {

    @TempDir
    private Path cluster;

    @Test
    void fileHasPidPortAndReadiness() throws IOException {
        write("4398\n/data\n1795356212\n54991\n\n127.0.0.1\n  2146361         4\nready   \n");
        assertThat(PostmasterFile.read(cluster)).contains(new PostmasterFile(4398, 54991, true));

        write("4398\n/data\n1795356212\n54991\n\n127.0.0.1\n  2146361         4\nstopping\n");
        assertThat(PostmasterFile.read(cluster)).contains(new PostmasterFile(4398, 54991, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4398\n/data\n", "4398\n/data\n1795356212\n", "no\n/data\n1795356212\nport\n"})
    void incompleteFileIsIgnored(String content) throws IOException {
        write(content);
        assertThat(PostmasterFile.read(cluster)).isEmpty();
    }

    @Test
    void missingFileIsEmpty() throws IOException {
        assertThat(PostmasterFile.read(cluster)).isEmpty();
    }

    private void write(String content) throws IOException {
        Files.writeString(cluster.resolve("postmaster.pid"), content);
    }
}
