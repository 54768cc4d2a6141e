package dev.parley.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command on databases that another process has started. */
final class UserCommandTest {

    private static String configuration;

    @BeforeAll
    static void configure(@TempDir Path directory) throws IOException {
        configuration = CommandRun.configuration(directory).toString();
    }

    @Test
    void userIsCreatedOnce() {
        CommandRun first = create("ayşe", "correct horse\n");
        CommandRun second = create("ayşe", "another horse\n");

        assertThat(first.failure()).isEmpty();
        assertThat(first.out()).matches("Created user ayşe with id \\d+\\.\\R");
        assertThat(first.error()).isEmpty();
        assertThat(second.failure()).isPresent();
        assertThat(second.error()).isEqualTo(line("There is a user named ayşe already."));
        assertThat(second.out()).isEmpty();
    }

    @Test
    void weakPasswordIsRefused() {
        CommandRun typed = create("weak", "short\n");

        assertThat(typed.failure()).isPresent();
        assertThat(typed.error())
                .isEqualTo(
                        line(
                                "The password is not accepted ([TOO_SHORT]): it must have 8 to 128 characters, not all of them white space."));
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void passwordOfWhiteSpaceIsRefused() {
        assertThat(create("blank", "\u00A0       \n").error())
                .startsWith("The password is not accepted ([BLANK]): it must have");
    }

    @Test
    void missingPasswordIsRefused() {
        assertThat(create("nobody", "").error()).isEqualTo(line("Expected a password on standard input, found none."));
    }

    @Test
    void passwordCanBeReadWithoutATerminal() {
        CommandRun typed = CommandRun.line("user", "create", "nobody", "--config", configuration);

        assertThat(typed.error())
                .isEqualTo(line("Expected a terminal for the password, found none: use --password-stdin."));
    }

    @Test
    void invalidNameIsRefused() {
        assertThat(create("two words", "correct horse\n").error()).isEqualTo(line("Not a username: two words"));
    }

    @Test
    void newPasswordIsCheckedAndSet() {
        create("bo", "correct horse\n");

        CommandRun set = setPassword("bo", "battery staple\r\nnot this\n");
        CommandRun weak = setPassword("bo", "x\n");
        CommandRun unknown = setPassword("nobody-at-all", "battery staple\n");

        assertThat(set.failure()).isEmpty();
        assertThat(set.out()).isEqualTo(line("Set the password of bo and ended 0 session(s)."));
        assertThat(weak.error()).startsWith("The password is not accepted ([TOO_SHORT])");
        assertThat(unknown.error()).isEqualTo(line("There is no user named nobody-at-all."));
        assertThat(weak.out() + unknown.out()).isEmpty();
    }

    @Test
    void missingSubcommandPrintsTheUsage() {
        CommandRun typed = CommandRun.line("user");

        assertThat(typed.error()).contains("create", "set-password");
        assertThat(CommandRun.line("user", "create", "--help").out()).contains("--password-stdin", "--config FILE");
    }

    private static CommandRun create(String name, String input) {
        return CommandRun.withInput(input, "user", "create", name, "--password-stdin", "--config", configuration);
    }

    private static CommandRun setPassword(String name, String input) {
        return CommandRun.withInput(input, "user", "set-password", name, "--password-stdin", "--config", configuration);
    }

    private static String line(String text) {
        return text + System.lineSeparator();
    }
}
