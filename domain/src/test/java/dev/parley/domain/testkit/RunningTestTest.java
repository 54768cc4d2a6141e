package dev.parley.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class RunningTestTest extends RunningTestContract {

    @Test
    void aTestIsFoundBehindWhatHelpsIt() {
        Supplier<String> help = () -> RunningTest.find().orElseThrow().command();

        assertThat(help.get())
                .isEqualTo("./parley verify -pl domain -am"
                        + " '-Dtest=dev.parley.domain.testkit.RunningTestTest#aTestIsFoundBehindWhatHelpsIt'");
    }

    @Test
    void aThreadThatATestHasStartedRunsNone() {
        assertThat(CompletableFuture.supplyAsync(RunningTest::find).join()).isEmpty();
    }
}
