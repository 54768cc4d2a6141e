package dev.parley.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CredentialsTest {

    private static final String FILE = "parley-credentials.properties";

    @TempDir
    private Path cluster;

    @Test
    void storedCredentialsCanBeRead() throws IOException {
        Credentials credentials = Credentials.generate(new SecureRandom());
        credentials.writeTo(cluster);

        assertThat(Credentials.readFrom(cluster)).isEqualTo(credentials);
    }

    @Test
    void passwordsAreDistinctAndLong() {
        Credentials credentials = Credentials.generate(new SecureRandom());

        assertThat(new String[] {credentials.superuser(), credentials.owner(), credentials.app(), credentials.relay()})
                .doesNotHaveDuplicates()
                .allMatch(password -> password.matches("[0-9a-f]{48}"));
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> Credentials.readFrom(cluster))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessage("The database passwords cannot be read: " + cluster.resolve(FILE)
                        + ": no such file or directory");
    }

    @Test
    void missingLineIsNamed() throws IOException {
        Files.writeString(cluster.resolve(FILE), "superuser=a\nowner=b\napp=c\n");

        assertThatThrownBy(() -> Credentials.readFrom(cluster))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessage("The database passwords are incomplete: " + cluster.resolve(FILE)
                        + " has no line for relay; restore the file");
    }
}
