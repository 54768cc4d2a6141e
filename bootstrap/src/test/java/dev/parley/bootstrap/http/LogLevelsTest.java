package dev.parley.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the task that sets log levels may set. */
final class LogLevelsTest {

    @ParameterizedTest
    @CsvSource({
        "dev.parley, DEBUG",
        "dev.parley.adapters, trace",
        "dev.parley, ERROR",
        "parley.request, DEBUG",
        "parley.request, INFO",
        "org.eclipse.jetty, INFO",
        "org.eclipse.jetty, OFF",
        "ROOT, INFO"
    })
    void whatHelpsAnOperatorCanBeSet(String logger, String level) {
        assertThat(LogLevels.refusal(List.of(logger), List.of(level), List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "org.eclipse.jetty, DEBUG, libraries",
        "org.eclipse.jetty, TRACE, libraries",
        "org.eclipse.jetty, ALL, libraries",
        "dev.parleyx, DEBUG, libraries",
        "'', DEBUG, libraries",
        "ROOT, DEBUG, libraries",
        "root, TRACE, libraries",
        "ROOT, OFF, above INFO",
        "Root, ERROR, above INFO",
        "parley, OFF, above INFO",
        "parley.request, OFF, above INFO",
        "parley.request, WARN, above INFO",
        "dev.parley, OFF, switched off",
        "dev, OFF, switched off",
        "org.eclipse.jetty.util.HostPort, INFO, configuration",
        "org.eclipse.jetty, LOUD, A level is",
        "dev.parley, '', A level is",
        "org.glassfish.jersey.servlet.WebComponent, INFO, configuration"
    })
    void whatWouldLogSecretsOrHideRequestsCannotBeSet(String logger, String level, String reason) {
        assertThat(LogLevels.refusal(List.of(logger), List.of(level, "INFO"), List.of()))
                .hasValueSatisfying(refusal -> assertThat(refusal).contains(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5s", "bogus", "", "-PT5S", "PT0S"})
    void durationThatIsNoneIsRefused(String duration) {
        assertThat(LogLevels.refusal(List.of("dev.parley"), List.of("DEBUG"), List.of(duration)))
                .hasValueSatisfying(refusal -> assertThat(refusal).contains("PT10M"));
    }

    @Test
    void oneOfSeveralIsEnoughToRefuseAll() {
        assertThat(LogLevels.refusal(List.of("dev.parley", "ROOT"), List.of("DEBUG"), List.of()))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "org.eclipse.jetty, true",
        "parley.request, true",
        "ROOT, false",
        "org.glassfish.jersey.servlet.WebComponent, false"
    })
    void aLoggerCanInheritItsLevelAgainWhereThatIsSafe(String logger, boolean allowed) {
        assertThat(LogLevels.refusal(List.of(logger), List.of(), List.of()).isEmpty())
                .isEqualTo(allowed);
        assertThat(LogLevels.refusal(List.of(logger), List.of("INFO"), List.of("PT1S"))
                        .isEmpty())
                .as("for a duration, after which it inherits")
                .isEqualTo(allowed);
    }
}
