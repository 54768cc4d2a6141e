package dev.parley.bootstrap.service;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What a class path has: jars, and directories of what will be in some. */
final class ClassTree {

    private ClassTree() {}

    /** Another one whenever a file of any of them is another. */
    static String fingerprint(List<Path> parts) throws IOException {
        int hash = System.getProperty("java.vm.version").hashCode();
        for (Path part : parts) {
            for (Path file : filesIn(part)) {
                hash = 31 * hash + (file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file)).hashCode();
            }
        }
        return HexFormat.of().toHexDigits(hash);
    }

    /** Hardly compressed: it is for this machine alone, and soon thrown away. */
    static void pack(Path directory, Path jar) throws IOException {
        try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(jar))) {
            entries.setLevel(Deflater.BEST_SPEED);
            for (Path file : filesIn(directory)) {
                entries.putNextEntry(
                        new ZipEntry(directory.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, entries);
            }
        }
    }

    private static List<Path> filesIn(Path part) throws IOException {
        try (Stream<Path> files = Files.walk(part)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
