package dev.parley.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The places below the directory in which the service keeps what it stores.
 *
 * @param root exists, absolute and free of symbolic links: processes are recognised by their paths below it
 */
record DataDirectory(Path root) {

    /**
     * Creates the directory if it is missing, but never its parents: a missing parent is rather a disk that is not
     * mounted than a wish for a new place.
     *
     * @throws EmbeddedPostgresException if there is no such directory and none can be created
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

    /** PostgreSQL's own data directory. It is there only when its initialisation has been finished. */
    Path cluster() {
        return root.resolve("postgres");
    }

    Path unfinishedCluster() {
        return root.resolve("postgres.unfinished");
    }

    Path binaries() {
        return root.resolve("postgres-binaries");
    }

    /** What PostgreSQL's programs said when they were last run. */
    Path programOutput() {
        return root.resolve("postgres-programs.log");
    }

    /** What the server said before its own log was open. */
    Path startLog() {
        return root.resolve("postgres-start.log");
    }
}
