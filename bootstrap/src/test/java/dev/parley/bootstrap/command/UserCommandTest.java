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
        configuration = Typed.configuration(directory).toString();
    }

    @Test
    void userIsCreatedOnce() {
        Typed first = create("ayşe", "correct horse\n");
        Typed second = create("ayşe", "another horse\n");

        assertThat(first.failure()).isEmpty();
        assertThat(first.out()).matches("Created user ayşe with id \\d+\\.\\R");
        assertThat(first.error()).isEmpty();
        assertThat(second.failure()).isPresent();
        assertThat(second.error()).isEqualTo(line("There is a user named ayşe already."));
        assertThat(second.out()).isEmpty();
    }

    @Test
    void weakPasswordIsRefused() {
        Typed typed = create("weak", "short\n");

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
        Typed typed = Typed.line("user", "create", "nobody", "--config", configuration);

        assertThat(typed.error()).isEqualTo(line("Expected a terminal for the password, found none: use --password-stdin."));
    }

    @Test
    void invalidNameIsRefused() {
        assertThat(create("two words", "correct horse\n").error()).isEqualTo(line("Not a username: two words"));
    }

    @Test
    void newPasswordIsCheckedAndSet() {
        create("bo", "correct horse\n");

        Typed set = setPassword("bo", "battery staple\r\nnot this\n");
        Typed weak = setPassword("bo", "x\n");
        Typed unknown = setPassword("nobody-at-all", "battery staple\n");

        assertThat(set.failure()).isEmpty();
        assertThat(set.out()).isEqualTo(line("Set the password of bo and ended 0 session(s)."));
        assertThat(weak.error()).startsWith("The password is not accepted ([TOO_SHORT])");
        assertThat(unknown.error()).isEqualTo(line("There is no user named nobody-at-all."));
        assertThat(weak.out() + unknown.out()).isEmpty();
    }

    @Test
    void missingSubcommandPrintsTheUsage() {
        Typed typed = Typed.line("user");

        assertThat(typed.error()).contains("create", "set-password");
        assertThat(Typed.line("user", "create", "--help").out()).contains("--password-stdin", "--config FILE");
    }

    private static Typed create(String name, String input) {
        return Typed.withInput(input, "user", "create", name, "--password-stdin", "--config", configuration);
    }

    private static Typed setPassword(String name, String input) {
        return Typed.withInput(input, "user", "set-password", name, "--password-stdin", "--config", configuration);
    }

    private static String line(String text) {
        return text + System.lineSeparator();
    }
}
