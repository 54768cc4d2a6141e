package dev.parley.bootstrap.postgres;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The {@code .txz} archive with PostgreSQL's programs, libraries and shared files. */
final class BinariesArchive {

    /** Files for compiling against PostgreSQL, which Parley does not need. */
    private static final Pattern FOR_DEVELOPERS = Pattern.compile("(\\./)?(include/.*|lib/pkgconfig/.*|.*\\.a)");

    private BinariesArchive() {}

    /** Each file is on the disk when this returns, so that the finished directory can be renamed into its place. */
    static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                if (!FOR_DEVELOPERS.matcher(entry.getName()).matches()) {
                    unpackEntry(tar, entry, placeOf(entry, target));
                }
                entry = tar.getNextEntry();
            }
        }
    }

    private static Path placeOf(TarArchiveEntry entry, Path target) throws IOException {
        Path place = target.resolve(entry.getName()).normalize();
        if (!place.startsWith(target)) {
            throw new IOException(
                    "the archive of PostgreSQL's binaries leads out of its directory: " + entry.getName());
        }
        return place;
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path place) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            return;
        }
        Path parent = place.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        } else {
            unpackFile(tar, entry, place);
        }
    }

    private static void unpackFile(TarArchiveInputStream tar, TarArchiveEntry entry, Path place) throws IOException {
        try (FileOutputStream file = new FileOutputStream(place.toFile())) {
            tar.transferTo(file);
            file.getFD().sync();
        }
        boolean executable = (entry.getMode() & 0100) != 0;
        if (executable && !place.toFile().setExecutable(true)) {
            throw new IOException(place + ": expected an executable file");
        }
    }
}
