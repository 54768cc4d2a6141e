package dev.parley.adapters.rest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.adapters.rest.testkit.openapi.ApiOperation;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page in a real browser, where there is one: {@code PARLEY_BROWSER} is the path of a Chromium. */
@EnabledIfEnvironmentVariable(named = "PARLEY_BROWSER", matches = ".+")
@ExtendWith(DropwizardExtensionsSupport.class)
final class BrowserTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));

    @TempDir
    private Path directory;

    @Test
    void everyOperationIsShownAndThePolicyIsNotBroken() throws IOException, InterruptedException {
        Path shown = directory.resolve("shown");
        Path said = directory.resolve("said");
        Process browser = new ProcessBuilder(command())
                .redirectOutput(shown.toFile())
                .redirectError(said.toFile())
                .start();
        assertThat(browser.waitFor(2, TimeUnit.MINUTES)).isTrue();

        String page = Files.readString(shown);
        assertThat(SERVER.document().operations())
                .extracting(ApiOperation::id)
                .allSatisfy(id -> assertThat(page).contains("-" + id + "\""));
        assertThat(Files.readString(said)).doesNotContain("Content Security Policy", "CONSOLE");
    }

    /** No host has an address but this one. */
    private List<String> command() {
        return List.of(
                System.getenv("PARLEY_BROWSER"),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + directory.resolve("profile"),
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
                "--enable-logging=stderr",
                "--virtual-time-budget=30000",
                "--dump-dom",
                SERVER.base() + "/docs");
    }
}
