package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.postgres.DatabaseAccess;
import dev.parley.bootstrap.postgres.EmbeddedDatabases;
import dev.parley.bootstrap.postgres.EmbeddedPostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Reads the databases of a service directly. */
final class DatabaseRows {

    private static final String SENDS = "SELECT details ->> 'message_id' FROM activity WHERE type = 'MESSAGE_SEND'";

    private static final String ACTIVITIES =
            "SELECT type, actor_id, subject_id, address, user_agent, details::text AS details FROM activity ORDER BY position";

    private static final String PLACES = """
            SELECT place FROM message
            WHERE ARRAY[sender_id, receiver_id] <@ ARRAY(SELECT id FROM app_user WHERE username IN (:one, :other))
            ORDER BY place
            """;

    private static final String END_OTHERS = """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE usename = current_user AND pid <> pg_backend_pid()
            """;

    private final EmbeddedDatabases databases;

    private DatabaseRows(EmbeddedDatabases databases) {
        this.databases = databases;
    }

    static DatabaseRows of(EmbeddedDatabases databases) {
        return new DatabaseRows(databases);
    }

    /** The databases of the service on the directory. */
    static DatabaseRows behind(Path dataDirectory) {
        return of(EmbeddedPostgresServer.databasesOfRunning(dataDirectory).orElseThrow());
    }

    static Jdbi connect(DatabaseAccess access) {
        return Jdbi.create(access.jdbcUrl(), access.user(), access.password());
    }

    Jdbi state() {
        return connect(databases.app());
    }

    Jdbi log() {
        return connect(databases.activityRelay());
    }

    /** The number of activities in the outbox. */
    long waiting() {
        return number("SELECT count(*) FROM activity_outbox");
    }

    /** The message ids of all send activities in the log store, with duplicates. */
    List<Long> loggedSends() {
        return log().withHandle(
                        handle -> handle.createQuery(SENDS).mapTo(Long.class).list());
    }

    /** The ids of all messages, including held ones. */
    List<Long> messageIds() {
        return state().withHandle(handle ->
                handle.createQuery("SELECT id FROM message").mapTo(Long.class).list());
    }

    /** The number of the service's connections that wait for a lock. */
    long waitingForLocks() {
        return number(
                "SELECT count(*) FROM pg_stat_activity WHERE usename = current_user AND wait_event_type = 'Lock'");
    }

    /** The activities of a user, or of an unknown name, as text and in order. */
    List<String> activitiesOf(String username) {
        Map<Long, String> names = state().withHandle(handle -> handle.createQuery("SELECT id, username FROM app_user")
                .setMapKeyColumn("id")
                .setMapValueColumn("username")
                .collectInto(new GenericType<Map<Long, String>>() {}));
        return log().withHandle(handle -> handle.createQuery(ACTIVITIES)
                .map((RowView row) -> words(row, names))
                .filter(words -> words.matches(".*\\b" + Pattern.quote(username) + "\\b.*"))
                .list());
    }

    private static String words(RowView row, Map<Long, String> names) {
        assertThat(row.getColumn("address", String.class)).isEqualTo("127.0.0.1");
        String agent = row.getColumn("user_agent", String.class);
        return row.getColumn("type", String.class)
                + named(" by ", row.getColumn("actor_id", Long.class), names)
                + named(" to ", row.getColumn("subject_id", Long.class), names)
                + row.getColumn("details", String.class)
                        .replaceAll("^(?!\\{}$)", " ")
                        .replaceAll("^\\{}$", "")
                + (agent.startsWith("Java-http-client") ? "" : " from " + agent);
    }

    private static String named(String role, @Nullable Long id, Map<Long, String> names) {
        return id == null ? "" : role + names.get(id);
    }

    /** The error of the application's role. */
    Optional<JdbiException> refusal(String statement) {
        try (Handle handle = state().open()) {
            handle.begin();
            handle.execute(statement);
            handle.rollback();
            return Optional.empty();
        } catch (JdbiException e) {
            return Optional.of(e);
        }
    }

    /** The messages between the two, in order. */
    List<Long> places(String one, String other) {
        return state().withHandle(handle -> handle.createQuery(PLACES)
                .bind("one", one)
                .bind("other", other)
                .mapTo(Long.class)
                .list());
    }

    /** The number of the user's events. */
    long events(String username) {
        return state().withHandle(handle -> handle.createQuery(
                        "SELECT event_seq FROM user_head JOIN app_user ON id = user_id WHERE username = :username")
                .bind("username", username)
                .mapTo(Long.class)
                .one());
    }

    /**
     * Ends the connections that nodes use for notifications and for exclusive locks.
     *
     * @return the number of connections
     */
    long endDirectConnections() {
        return number(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name LIKE 'parley-%'");
    }

    /** Ends every connection of the service, as an operator or a fail-over does. */
    void endConnections() {
        for (Jdbi jdbi : List.of(state(), log())) {
            jdbi.useHandle(
                    handle -> handle.createQuery(END_OTHERS).mapTo(Long.class).one());
        }
    }

    /** A connection to the database of users, conversations and messages. */
    long number(String query) {
        return state().withHandle(
                        handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
