package dev.parley.bootstrap.service;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jars, and directories of what will be in some. */
record ClassPath(List<Path> parts) {

    ClassPath {
        parts = List.copyOf(parts);
    }

    /** The program's, and its tests' libraries. */
    static ClassPath ofTheProgram() {
        return new ClassPath(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(part -> !part.isEmpty()) // which would be the whole directory
                .map(Path::of)
                .filter(part -> Files.exists(part) && !part.endsWith("test-classes"))
                .toList());
    }

    /** Another one whenever a file of it is another. */
    String fingerprint() throws IOException {
        int hash = 0;
        for (Path part : parts) {
            for (Path file : filesIn(part)) {
                hash = 31 * hash + (file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file)).hashCode();
            }
        }
        return HexFormat.of().toHexDigits(hash);
    }

    /** The same with jars, made where they are missing, instead of directories. */
    ClassPath packedInto(Path directory) throws IOException {
        List<Path> packed = new ArrayList<>();
        for (Path part : parts) {
            packed.add(Files.isDirectory(part) ? pack(part, directory.resolve(packed.size() + ".jar")) : part);
        }
        return new ClassPath(packed);
    }

    /** Hardly compressed: it is for this machine alone, and soon thrown away. */
    private static Path pack(Path classes, Path jar) throws IOException {
        if (!Files.exists(jar)) {
            try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(jar))) {
                entries.setLevel(Deflater.BEST_SPEED);
                for (Path file : filesIn(classes)) {
                    entries.putNextEntry(
                            new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                    Files.copy(file, entries);
                }
            }
        }
        return jar;
    }

    private static List<Path> filesIn(Path part) throws IOException {
        try (Stream<Path> files = Files.walk(part)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Override
    public String toString() {
        return parts.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
