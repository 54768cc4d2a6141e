package dev.parley.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class DataDirectoryTest {

    @TempDir
    private Path temporary;

    private Path parent;

    @BeforeEach
    void resolve() throws IOException {
        parent = temporary.toRealPath();
    }

    @Test
    void linkIsFollowed() throws IOException {
        Path real = Files.createDirectory(parent.resolve("real"));
        Path link = Files.createSymbolicLink(parent.resolve("link"), real);

        assertThat(DataDirectory.create(link).root()).isEqualTo(real);
    }

    @Test
    void missingParentIsNotCreated() {
        Path wanted = parent.resolve("disk/data");

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(wanted))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessage("The data directory " + wanted + " cannot be created: its parent " + parent.resolve("disk")
                        + " does not exist");
    }

    @Test
    void fileInPlaceOfTheParentIsNamed() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.create(file.resolve("data")))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageStartingWith("The data directory " + file.resolve("data") + " cannot be created: ")
                .hasMessageNotContaining("null");
    }

    @Test
    void danglingLinkIsNamed() throws IOException {
        Path link = Files.createSymbolicLink(parent.resolve("link"), parent.resolve("gone"));

        assertThatThrownBy(() -> DataDirectory.create(link))
                .hasMessage(
                        "The data directory " + link + " cannot be created: " + link + ": FileAlreadyExistsException");
    }

    @Test
    void fileInPlaceOfTheDirectoryIsNamed() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(file))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageStartingWith("The data directory " + file + " cannot be used: ");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void unwritableDirectoryIsNamed() throws IOException {
        Path locked = Files.createDirectory(parent.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(locked), "root may write everywhere");

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(locked))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessage("The data directory " + locked + " cannot be used: " + locked.resolve("parley.lock")
                        + ": permission denied");
    }

    @Test
    void reasonsAreExplained() {
        assertThat(EmbeddedPostgresException.reasonOf(new AccessDeniedException("/a")))
                .isEqualTo("/a: permission denied");
        assertThat(EmbeddedPostgresException.reasonOf(new NoSuchFileException("/a")))
                .isEqualTo("/a: no such file or directory");
        assertThat(EmbeddedPostgresException.reasonOf(new IOException("No space left on device")))
                .isEqualTo("No space left on device");
    }

    @Test
    void brokenRunningServerIsDetected() throws IOException {
        Files.createDirectories(parent.resolve("postgres/postmaster.pid"));

        assertThatThrownBy(() -> EmbeddedPostgresServer.databasesOfRunning(parent))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageStartingWith("The data directory " + parent + " cannot be used: ");
    }
}
