package dev.parley.bootstrap.postgres;

import dev.parley.bootstrap.postgres.PostgresPrograms.Outcome;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates PostgreSQL's cluster: completely or not at all. */
final class DatabaseCluster {

    static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCluster.class);
    private static final Duration INITIALISATION_BOUND = Duration.ofMinutes(5);

    private final DataDirectory directory;
    private final PostgresBinaries binaries;
    private final PostgresPrograms programs;

    DatabaseCluster(DataDirectory directory, PostgresBinaries binaries, PostgresPrograms programs) {
        this.directory = directory;
        this.binaries = binaries;
        this.programs = programs;
    }

    /** @throws EmbeddedPostgresException if an existing cluster cannot be used, or none can be created */
    void ensureInitialised() throws IOException {
        PrivateFiles.deleteTree(directory.unfinishedCluster()); // left by a crash
        Path version = directory.cluster().resolve("PG_VERSION");
        if (Files.exists(version)) {
            requireSameVersion(Files.readString(version).strip());
        } else {
            requireFreePlace();
            initialise();
        }
    }

    private void requireSameVersion(String found) throws IOException {
        String ours = binaries.majorVersion();
        if (!found.equals(ours)) {
            throw new EmbeddedPostgresException("The database in " + directory.cluster() + " was created by PostgreSQL "
                    + found + ", this is PostgreSQL " + ours
                    + ": run the Parley version that created it, or move the directory away");
        }
    }

    private void requireFreePlace() throws IOException {
        try {
            Files.deleteIfExists(directory.cluster());
        } catch (DirectoryNotEmptyException e) {
            throw new EmbeddedPostgresException(
                    directory.cluster() + " is not empty and no PostgreSQL database either: move it away", e);
        }
    }

    private void initialise() throws IOException {
        LOG.info("Creating the database in {}", directory.cluster());
        Path workshop = directory.unfinishedCluster();
        Path cluster = workshop.resolve("cluster");
        PrivateFiles.createDirectory(workshop);
        Credentials credentials = Credentials.generate(new SecureRandom());
        runInitdb(cluster, credentials);
        credentials.writeTo(cluster);
        Files.writeString(cluster.resolve("postgresql.conf"), ServerSettings.INCLUDE_LINE, StandardOpenOption.APPEND);
        PrivateFiles.moveInto(cluster, directory.cluster());
        PrivateFiles.deleteTree(workshop);
    }

    private void runInitdb(Path cluster, Credentials credentials) throws IOException {
        Path password = cluster.resolveSibling("password");
        PrivateFiles.write(password, credentials.superuser());
        Outcome outcome = programs.run(
                INITIALISATION_BOUND,
                "initdb",
                "--pgdata=" + cluster,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // the same order on every system: no update of a system library breaks an index
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (!outcome.succeeded()) {
            throw new EmbeddedPostgresException(
                    "PostgreSQL cannot create its database in " + directory.root() + ": " + outcome.reason());
        }
    }
}
