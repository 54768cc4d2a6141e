package dev.parley.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command on databases that another process has started. */
final class EventsCommandTest {

    private static final String BEGUN = "A new epoch of events has begun: [0-9a-f-]{36}\\R";

    private static String configuration;

    @BeforeAll
    static void configure(@TempDir Path directory) throws IOException {
        configuration = CommandRun.configuration(directory).toString();
    }

    @Test
    void everyNewEpochIsUnique() {
        CommandRun first = CommandRun.line("events", "new-epoch", "--config", configuration);
        CommandRun second = CommandRun.line("events", "new-epoch", "--config", configuration);

        assertThat(first.failure()).isEmpty();
        assertThat(first.out()).matches(BEGUN);
        assertThat(second.out()).matches(BEGUN).isNotEqualTo(first.out());
        assertThat(first.error() + second.error()).isEmpty();
    }

    @Test
    void missingSubcommandPrintsTheUsage() {
        assertThat(CommandRun.line("events").error()).contains("new-epoch");
    }
}
