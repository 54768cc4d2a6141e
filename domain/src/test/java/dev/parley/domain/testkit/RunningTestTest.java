package dev.parley.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class RunningTestTest extends RunningTestContract {

    @Test
    void testIsFoundThroughHelperMethods() {
        Supplier<String> help = () -> RunningTest.find().orElseThrow().command();

        assertThat(help.get())
                .isEqualTo("./parley verify -pl domain -am"
                        + " '-Dtest=dev.parley.domain.testkit.RunningTestTest#testIsFoundThroughHelperMethods'");
    }

    @Test
    void threadStartedByATestHasNoTest() {
        assertThat(CompletableFuture.supplyAsync(RunningTest::find).join()).isEmpty();
    }
}
