package dev.parley.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.postgres.DatabaseAccess;
import dev.parley.bootstrap.store.TestStores;
import java.io.IOException;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command on databases that another process has started. */
final class CheckDataCommandTest {

    private static final String BEGIN = """
            INSERT INTO conversation
                (id, low_id, high_id, last_place, latest_at,
                low_unread, low_held, low_held_from, low_read_up_to, low_shown_place, low_shown_at,
                high_unread, high_held, high_held_from, high_read_up_to, high_shown_place, high_shown_at)
            SELECT nextval('conversation_id'), id, id, 1, now(), 0, 0, 0, 0, 0, now(), 0, 0, 0, 0, 0, now()
            FROM app_user
            WHERE username = 'alone'
            """;

    private static final String FORGET =
            "DELETE FROM conversation WHERE low_id = (SELECT id FROM app_user WHERE username = 'alone')";

    private static String configuration;

    @BeforeAll
    static void configure(@TempDir Path directory) throws IOException {
        configuration = CommandRun.configuration(directory).toString();
    }

    @Test
    void consistentDataIsReported() {
        CommandRun typed = check();

        assertThat(typed.failure()).isEmpty();
        assertThat(typed.error()).isEmpty();
        assertThat(typed.out())
                .matches(
                        "Checked \\d+ conversation\\(s\\) with \\d+ message\\(s\\) and the events of \\d+ user\\(s\\): "
                                + "no inconsistencies found\\.\\R");
    }

    /** A conversation whose summary claims one message. */
    @Test
    void inconsistencyIsNamedAndTheCommandFailsWithoutChanges() {
        CommandRun.withInput(
                "correct horse\n", "user", "create", "alone", "--password-stdin", "--config", configuration);
        Jdbi state = state();
        state.useHandle(handle -> handle.execute(BEGIN));
        try {
            CommandRun typed = check();
            CommandRun again = check();

            assertThat(typed.failure()).isPresent();
            assertThat(typed.out().lines()).first().asString().contains("stored 1, expected 0");
            assertThat(typed.out().lines()).last().asString().endsWith(" inconsistencies found.");
            assertThat(typed.out()).doesNotContain("alone");
            assertThat(typed.error()).isEqualTo("The data is inconsistent." + System.lineSeparator());
            assertThat(again.out()).isEqualTo(typed.out());
        } finally {
            state.useHandle(handle -> handle.execute(FORGET));
        }
    }

    private static CommandRun check() {
        return CommandRun.line("check-data", "--config", configuration);
    }

    private static Jdbi state() {
        DatabaseAccess access = TestStores.access().state();
        return Jdbi.create(access.jdbcUrl(), access.user(), access.password());
    }
}
