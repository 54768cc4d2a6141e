package dev.parley.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rights of the database roles. */
final class RightsTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @BeforeEach
    void empty() {
        POSTGRES.emptied();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE message SET content = 'changed'",
                "UPDATE message SET content = 'changed', visible_at = now()",
                "UPDATE message SET sender_id = 1",
                "UPDATE message SET place = 1",
                "UPDATE message SET visible_at = NULL, sent_at = now()",
                "DELETE FROM message",
                "TRUNCATE message",
                "UPDATE read_receipt SET read_at = now()",
                "DELETE FROM read_receipt",
                "TRUNCATE read_receipt",
                "UPDATE user_event SET at = now()",
                "UPDATE user_event SET seq = seq + 1",
                "SELECT FROM user_event FOR UPDATE",
                "TRUNCATE user_event",
                "INSERT INTO event_epoch (singleton) VALUES (false)",
                "DELETE FROM event_epoch",
                "UPDATE taken_name SET digest = sha256('')",
                "DELETE FROM taken_name",
                "TRUNCATE taken_name",
                "DELETE FROM commit_canary",
                "UPDATE taken_folded_name SET digest = sha256('')",
                "DELETE FROM taken_folded_name",
                "CREATE OR REPLACE FUNCTION folded_name(name text) RETURNS text LANGUAGE sql IMMUTABLE RETURN name",
                "TRUNCATE app_user CASCADE",
                "ALTER TABLE message ADD COLUMN extra text",
                "CREATE TABLE extra (id bigint)"
            })
    void applicationCannotRewriteHistory(String sql) {
        sendOne();

        assertRefused(POSTGRES.state(), sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE message SET visible_at = now() WHERE visible_at IS NULL",
                "UPDATE message SET content = ''",
                "UPDATE message SET content = content",
                "DELETE FROM user_event",
                "UPDATE event_epoch SET history = NULL"
            })
    void applicationCanReleaseEraseAndDeleteKeys(String sql) {
        sendOne();

        assertThat(POSTGRES.state().<Integer, RuntimeException>withHandle(handle -> handle.execute(sql)))
                .isEqualTo(1);
    }

    @Test
    void erasedContentCannotBeRestored() {
        sendOne();
        String putBack = "UPDATE message SET content = 'hello'";
        POSTGRES.state().useHandle(handle -> handle.execute("UPDATE message SET content = ''"));

        assertRefused(POSTGRES.state(), putBack);
        assertRefused(POSTGRES.stateAsOwner(), putBack);
    }

    /** A held message and an event. */
    private static void sendOne() {
        POSTGRES.state().useHandle(handle -> {
            handle.execute("INSERT INTO message VALUES (1, 1, 1, 1, 2, 'hello', now(), NULL)");
            handle.execute("INSERT INTO user_event (user_id, seq, at, type) VALUES (1, 1, now(), 'BLOCK_CREATED')");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE activity SET type = 'LOGOUT'",
                "UPDATE activity SET type = 'LOGOUT' WHERE false",
                "DELETE FROM activity",
                "DELETE FROM activity WHERE false",
                "TRUNCATE activity",
                "INSERT INTO activity (id, type, at, details) SELECT id, type, at, details FROM activity ON CONFLICT (id) DO UPDATE SET type = 'LOGOUT'"
            })
    void logRefusesChangesByTheRelayAndByItsOwner(String sql) {
        POSTGRES.logAsRelay()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO activity (id, type, at, details) VALUES (?, 'SIGN_UP', now(), '{}')",
                        new UUID(0, 1)));

        assertRefused(POSTGRES.logAsRelay(), sql);
        assertRefused(POSTGRES.logAsOwner(), sql);
        assertRefused(POSTGRES.logAsOwner(), "SET session_replication_role = replica; " + sql);

        List<String> types = POSTGRES.logAsOwner()
                .withHandle(handle -> handle.createQuery("SELECT type FROM activity")
                        .mapTo(String.class)
                        .list());
        assertThat(types).containsExactly("SIGN_UP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE activity DISABLE TRIGGER activity_append_only",
                "DROP TRIGGER activity_append_only ON activity",
                "DROP TABLE activity",
                "SELECT setval('activity_position_seq', 1)",
                "SET session_replication_role = replica"
            })
    void relayCannotRemoveTheTriggerThatProtectsTheLog(String sql) {
        assertRefused(POSTGRES.logAsRelay(), sql);
    }

    private static void assertRefused(Jdbi jdbi, String sql) {
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> handle.execute(sql)))
                .as(sql)
                .rootCause()
                .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isIn(INSUFFICIENT_PRIVILEGE);
    }
}
