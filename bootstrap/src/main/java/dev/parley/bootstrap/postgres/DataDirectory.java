package dev.parley.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files below the data directory of the service.
 *
 * @param root exists, absolute and free of symbolic links: processes are recognised by their paths below it
 */
record DataDirectory(Path root) {

    /**
     * Creates the directory if it is missing, but never its parents: a missing parent is probably a disk that is not mounted.
     *
     * @throws EmbeddedPostgresException if the directory is missing and cannot be created
     */
    static DataDirectory create(Path path) {
        Path wanted = path.toAbsolutePath().normalize();
        try {
            if (!Files.exists(wanted)) {
                PrivateFiles.createDirectory(wanted);
            }
            return new DataDirectory(wanted.toRealPath());
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "The data directory " + wanted + " cannot be created: " + reasonOf(wanted, e), e);
        }
    }

    private static String reasonOf(Path wanted, IOException cause) {
        Path parent = wanted.getParent();
        return parent == null || Files.exists(parent)
                ? EmbeddedPostgresException.reasonOf(cause)
                : "its parent " + parent + " does not exist";
    }

    Path lockFile() {
        return root.resolve("parley.lock");
    }

    /** PostgreSQL's own data directory. It exists only after its initialisation has finished. */
    Path cluster() {
        return root.resolve("postgres");
    }

    Path unfinishedCluster() {
        return root.resolve("postgres.unfinished");
    }

    Path binaries() {
        return root.resolve("postgres-binaries");
    }

    /** The last output of PostgreSQL's programs. */
    Path programOutput() {
        return root.resolve("postgres-programs.log");
    }

    /** The output of the server before its own log was open. */
    Path startLog() {
        return root.resolve("postgres-start.log");
    }
}
