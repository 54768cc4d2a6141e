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

/** The class path of the program: jars, and directories that will become jars. */
record ClassPath(List<Path> parts) {

    ClassPath {
        parts = List.copyOf(parts);
    }

    /** The class path of the program and of its tests. */
    static ClassPath ofTheProgram() {
        return new ClassPath(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(part -> !part.isEmpty()) // which would be the whole directory
                .map(Path::of)
                .filter(part -> Files.exists(part) && !part.endsWith("test-classes"))
                .toList());
    }

    /** A digest that changes with every file. */
    String fingerprint() throws IOException {
        int hash = 0;
        for (Path part : parts) {
            for (Path file : filesIn(part)) {
                hash = 31 * hash + (file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file)).hashCode();
            }
        }
        return HexFormat.of().toHexDigits(hash);
    }

    /** The same class path with jars in place of directories; missing jars are created. */
    ClassPath packedInto(Path directory) throws IOException {
        List<Path> packed = new ArrayList<>();
        for (Path part : parts) {
            packed.add(Files.isDirectory(part) ? pack(part, directory.resolve(packed.size() + ".jar")) : part);
        }
        return new ClassPath(packed);
    }

    /** Hardly compressed, because the jars are local and temporary. */
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
