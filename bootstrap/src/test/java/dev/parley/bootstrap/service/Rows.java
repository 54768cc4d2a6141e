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

/** Looks into the databases behind a service's back. */
final class Rows {

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

    private Rows(EmbeddedDatabases databases) {
        this.databases = databases;
    }

    static Rows of(EmbeddedDatabases databases) {
        return new Rows(databases);
    }

    /** Of the service that runs on the directory. */
    static Rows behind(Path dataDirectory) {
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

    /** How many activities wait for the log store. */
    long waiting() {
        return number("SELECT count(*) FROM activity_outbox");
    }

    /** Ids of the messages whose sending is in the log store, as often as it is there. */
    List<Long> loggedSends() {
        return log().withHandle(
                        handle -> handle.createQuery(SENDS).mapTo(Long.class).list());
    }

    /** Ids of all messages, held ones too. */
    List<Long> messageIds() {
        return state().withHandle(handle ->
                handle.createQuery("SELECT id FROM message").mapTo(Long.class).list());
    }

    /** How many of the service's connections wait for a lock that another has. */
    long waitingForLocks() {
        return number(
                "SELECT count(*) FROM pg_stat_activity WHERE usename = current_user AND wait_event_type = 'Lock'");
    }

    /** What the log store has of a user, or of a name that nobody has, in words and in its order. */
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

    /** Why the application's role may not. */
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

    /** Of the messages between the two, in their order. */
    List<Long> places(String one, String other) {
        return state().withHandle(handle -> handle.createQuery(PLACES)
                .bind("one", one)
                .bind("other", other)
                .mapTo(Long.class)
                .list());
    }

    /** How many events the user has had. */
    long events(String username) {
        return state().withHandle(handle -> handle.createQuery(
                        "SELECT event_seq FROM user_head JOIN app_user ON id = user_id WHERE username = :username")
                .bind("username", username)
                .mapTo(Long.class)
                .one());
    }

    /**
     * Ends the connections on which nodes tell each other of events, and hold what one of them has alone.
     *
     * @return how many
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

    /** Of the database of users, conversations and messages. */
    long number(String query) {
        return state().withHandle(
                        handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
