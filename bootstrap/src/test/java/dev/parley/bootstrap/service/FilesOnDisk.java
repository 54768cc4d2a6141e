package dev.parley.bootstrap.service;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The files that a service with an embedded PostgreSQL leaves on the disk.
 *
 * @param home see {@link Settings}
 */
record FilesOnDisk(Path home) {

    /** The passwords of the database roles, created by Parley. */
    List<String> databasePasswords() throws IOException {
        Properties credentials = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve("data/postgres/parley-credentials.properties"))) {
            credentials.load(file);
        }
        return credentials.values().stream().map(Object::toString).toList();
    }

    /** All logs and text files of the service and its database. */
    List<Path> written() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).filter(this::isForPeople).toList();
        }
    }

    /** Without the table files, which contain user content. */
    private boolean isForPeople(Path file) {
        String path = home.relativize(file).toString();
        return !path.startsWith("data") || path.endsWith(".log") || path.endsWith(".out");
    }
}
