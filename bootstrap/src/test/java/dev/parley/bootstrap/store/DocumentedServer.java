package dev.parley.bootstrap.store;

import dev.parley.bootstrap.postgres.DatabaseAccess;
import dev.parley.bootstrap.postgres.EmbeddedPostgresServer;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server on which the first SQL block of docs/operating/databases.md was executed, with passwords in place of the dots, and
 * nothing else.
 */
final class DocumentedServer implements AutoCloseable {

    private static final Path DOCUMENT = Path.of("..", "docs", "operating", "databases.md");
    private static final Pattern BLOCK = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PART =
            Pattern.compile("(?:\\A|^\\\\c (\\w+)\n)(.*?)(?=^\\\\c |\\z)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final List<String> PASSWORDS = List.of("of-the-owner", "of-the-app", "of-the-relay");

    private final EmbeddedPostgresServer server;
    private final DatabaseAccess superuser;

    private DocumentedServer(EmbeddedPostgresServer server, DatabaseAccess superuser) {
        this.server = server;
        this.superuser = superuser;
    }

    static DocumentedServer start(Path directory) throws IOException, SQLException {
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(EmptyStores.copyTo(directory));
        DocumentedServer documented = new DocumentedServer(server, superuser(directory, server));
        documented.run("postgres", """
                DROP DATABASE parley;
                DROP DATABASE parley_activity;
                DROP ROLE parley_owner, parley_app, parley_relay;
                """);
        documented.follow(sql());
        Schema.ofState(documented.access()).migrate();
        Schema.ofLog(documented.access()).migrate();
        return documented;
    }

    private static DatabaseAccess superuser(Path directory, EmbeddedPostgresServer server) throws IOException {
        Properties credentials = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve("postgres/parley-credentials.properties"))) {
            credentials.load(reader);
        }
        return new DatabaseAccess(
                server.databases().owner().jdbcUrl(), "postgres", credentials.getProperty("superuser"));
    }

    private static String sql() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(DOCUMENT));
        if (!block.find()) {
            throw new AssertionError(DOCUMENT + " has lost its SQL");
        }
        Iterator<String> passwords = PASSWORDS.iterator();
        return Pattern.compile("'\\.\\.\\.'").matcher(block.group(1)).replaceAll(dots -> "'" + passwords.next() + "'");
    }

    private void follow(String sql) throws SQLException {
        for (MatchResult part : PART.matcher(sql).results().toList()) {
            run(part.group(1) == null ? "postgres" : part.group(1), part.group(2));
        }
    }

    /** Executes each statement separately, because CREATE DATABASE cannot run in a transaction. */
    private void run(String database, String statements) throws SQLException {
        DatabaseAccess access = as(superuser.user(), superuser.password(), database);
        try (Connection connection = DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
                Statement statement = connection.createStatement()) {
            for (String one : Arrays.stream(
                            statements.replaceAll("--[^\n]*", "").split(";", -1))
                    .filter(text -> !text.isBlank())
                    .toList()) {
                statement.execute(one);
            }
        }
    }

    StoreAccess access() {
        return new StoreAccess(
                as("parley_app", PASSWORDS.get(1), "parley"),
                as("parley_owner", PASSWORDS.get(0), "parley"),
                as("parley_relay", PASSWORDS.get(2), "parley_activity"),
                as("parley_owner", PASSWORDS.get(0), "parley_activity"));
    }

    private DatabaseAccess as(String user, String password, String database) {
        return new DatabaseAccess(superuser.jdbcUrl().replaceFirst("/\\w+$", "/" + database), user, password);
    }

    @Override
    public void close() {
        server.close();
    }
}
