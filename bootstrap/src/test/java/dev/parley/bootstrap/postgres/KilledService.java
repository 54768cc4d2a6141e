package dev.parley.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The main class of a child JVM: runs a server, commits numbers and prints each after its commit, until it is killed.
 */
final class KilledService {

    private KilledService() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path acknowledged = Path.of(arguments[1]);
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(Path.of(arguments[0]));
                Connection connection = Sql.connect(server.databases().owner())) {
            Sql.execute(connection, "CREATE TABLE noted (number integer)");
            for (int number = 1; number < Integer.MAX_VALUE; number++) {
                Sql.execute(connection, "INSERT INTO noted VALUES (" + number + ")");
                Files.writeString(acknowledged, number + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }
    }

    static Process start(Path dataDirectory, Path acknowledged) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledService.class.getName(),
                        dataDirectory.toString(),
                        acknowledged.toString())
                .redirectErrorStream(true)
                .redirectOutput(acknowledged.resolveSibling("child.log").toFile())
                .start();
    }
}
