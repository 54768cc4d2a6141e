package dev.parley.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

final class BinariesArchiveTest {

    @TempDir
    private Path target;

    @Test
    void extractionKeepsTheExecutableFlagAndOmitsDevelopmentFiles() throws IOException {
        BinariesArchive.unpack(archiveWith("./bin/tool", "lib/tool.a", "include/tool.h"), target);

        assertThat(target.resolve("bin/tool")).isExecutable().hasContent("content");
        assertThat(target.resolve("lib")).doesNotExist();
        assertThat(target.resolve("include")).doesNotExist();
    }

    @Test
    void entryOutsideTheDirectoryIsRefused() throws IOException {
        InputStream archive = archiveWith("../outside");

        assertThatThrownBy(() -> BinariesArchive.unpack(archive, target))
                .isInstanceOf(IOException.class)
                .hasMessage("the archive of PostgreSQL's binaries leads out of its directory: ../outside");
        assertThat(target.resolveSibling("outside")).doesNotExist();
    }

    private static InputStream archiveWith(String... names) throws IOException {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
            for (String name : names) {
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(content.length);
                entry.setMode(0100755);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
