package dev.parley.bootstrap.service;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What a service with a PostgreSQL of its own leaves on the disk.
 *
 * @param home as {@link Settings} have it
 */
record Leavings(Path home) {

    /** Of the cluster's roles, made by Parley. */
    List<String> databasePasswords() throws IOException {
        Properties credentials = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve("data/postgres/parley-credentials.properties"))) {
            credentials.load(file);
        }
        return credentials.values().stream().map(Object::toString).toList();
    }

    /** All that the service and its database have written for people to read. */
    List<Path> written() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).filter(this::isForPeople).toList();
        }
    }

    /** Not the rows: those hold what people wrote. */
    private boolean isForPeople(Path file) {
        String path = home.relativize(file).toString();
        return !path.startsWith("data") || path.endsWith(".log") || path.endsWith(".out");
    }
}
