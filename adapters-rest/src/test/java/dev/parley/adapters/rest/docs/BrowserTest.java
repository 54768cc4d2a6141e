package dev.parley.adapters.rest.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page in a real browser: {@code PARLEY_BROWSER} is the path of a Chromium, which {@code ./parley verify} finds. */
@EnabledIfEnvironmentVariable(
        named = "PARLEY_BROWSER",
        matches = ".+",
        disabledReason = "PARLEY_BROWSER names no Chromium: apt-get install chromium, and ./parley verify finds it")
@ExtendWith(DropwizardExtensionsSupport.class)
final class BrowserTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));

    @TempDir
    private Path directory;

    @Test
    void everyOperationIsShownByThisHostAlone() throws IOException, InterruptedException {
        int operations = SERVER.document().operations().size();
        try (Browser browser = new Browser(System.getenv("PARLEY_BROWSER"), directory.resolve("profile"))) {
            browser.call("Network.enable", "{}");
            browser.call("Log.enable", "{}");
            browser.call("Runtime.enable", "{}");
            browser.call("Page.navigate", "{\"url\":\"" + SERVER.base() + "/docs\"}");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> browser.evaluate("document.querySelectorAll('.opblock').length")
                            .equals(Integer.toString(operations)));

            assertThat(browser.events("Network.requestWillBeSent")
                            .map(request -> request.at("/request/url").asText()))
                    .contains(SERVER.base() + "/v1/openapi.json")
                    .allMatch(url -> url.startsWith(SERVER.base() + "/") || url.startsWith("data:"));
            assertThat(browser.events("Log.entryAdded")).isEmpty(); // which reports violated policies
            assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
        }
    }
}
