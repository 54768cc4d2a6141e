package dev.parley.bootstrap.postgres;

import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's programs for this machine, unpacked once below the data directory. Later starts use them again, and no cleaner of
 * temporary files deletes them under a running server.
 */
final class PostgresBinaries {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks the archive of the class path unless it has been unpacked before. */
    static PostgresBinaries unpackedIn(DataDirectory directory) throws IOException {
        String archive = archiveFor(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path home = directory.binaries().resolve(checksumOf(archive));
        if (!Files.exists(home)) {
            LOG.info("Unpacking PostgreSQL into {}", home);
            Files.createDirectories(directory.binaries());
            unpack(archive, home);
        }
        return new PostgresBinaries(home);
    }

    static String archiveFor(String osName, String architecture) {
        String name = osName.toLowerCase(Locale.ROOT);
        String system = name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
        return "postgres-" + system + "-" + ArchUtils.normalize(architecture) + ".txz";
    }

    private static void unpack(String archive, Path home) throws IOException {
        Path unfinished = home.resolveSibling("unfinished");
        PrivateFiles.deleteTree(unfinished);
        PrivateFiles.createDirectory(unfinished);
        try (InputStream content = open(archive)) {
            BinariesArchive.unpack(content, unfinished);
        }
        PrivateFiles.moveInto(unfinished, home);
    }

    private static String checksumOf(String archive) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream content = new CheckedInputStream(open(archive), checksum)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return "%08x".formatted(checksum.getValue());
    }

    static InputStream open(String archive) {
        InputStream content = PostgresBinaries.class.getResourceAsStream("/" + archive);
        if (content == null) {
            throw new EmbeddedPostgresException("No embedded PostgreSQL for this machine (" + archive
                    + " is not on the class path): set PARLEY_DATABASE_URL to a PostgreSQL server");
        }
        return content;
    }

    Path program(String name) {
        String windows = System.getProperty("os.name").startsWith("Windows") ? ".exe" : "";
        return home.resolve("bin").resolve(name + windows);
    }

    /** The version that the on-disk format of a cluster depends on, such as {@code 18}. */
    String majorVersion() throws IOException {
        // initdb itself reads the version from this line before it uses the file
        try (BufferedReader catalog = Files.newBufferedReader(home.resolve("share/postgresql/postgres.bki"))) {
            return String.valueOf(catalog.readLine())
                    .replace("# PostgreSQL ", "")
                    .strip();
        }
    }

    /** Deletes the files of earlier versions. Call it only when none of their processes runs. */
    void deleteOthers() throws IOException {
        try (Stream<Path> versions = Files.list(home.resolveSibling("."))) {
            List<Path> others = versions.map(Path::normalize)
                    .filter(version -> !version.equals(home))
                    .toList();
            for (Path other : others) {
                PrivateFiles.deleteTree(other);
            }
        }
    }
}
