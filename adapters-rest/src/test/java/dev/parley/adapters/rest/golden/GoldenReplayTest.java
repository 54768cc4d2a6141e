package dev.parley.adapters.rest.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DropwizardExtensionsSupport.class)
final class GoldenReplayTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));

    @TestFactory
    Stream<DynamicContainer> matchesTheLegacyApi() {
        HttpClient client = HttpClient.newHttpClient();
        return GoldenFile.load().scenarios().entrySet().stream().map(scenario -> {
            GoldenReplay replay = new GoldenReplay(client, SERVER.base(), scenario.getKey());
            return DynamicContainer.dynamicContainer(scenario.getKey(), steps(scenario, replay));
        });
    }

    private static Stream<DynamicTest> steps(Map.Entry<String, List<GoldenStep>> scenario, GoldenReplay replay) {
        return scenario.getValue().stream()
                .map(step -> DynamicTest.dynamicTest(
                        step.title(), () -> assertThat(replay.play(step)).isEqualTo(step.answer())));
    }
}
