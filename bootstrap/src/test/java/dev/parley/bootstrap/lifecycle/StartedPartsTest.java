package dev.parley.bootstrap.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StartedPartsTest {

    private final StartedParts parts = new StartedParts();
    private final List<String> events = new ArrayList<>();

    @Test
    void partsStartInOrderAndStopInReverseOrder() {
        start("first");
        start("second");

        parts.stop();

        assertThat(events).containsExactly("first starts", "second starts", "second stops", "first stops");
    }

    @Test
    void failureOfOnePartStopsTheOthersToo() {
        start("first");
        parts.start("second", stopping(new IOException("stuck")));
        parts.start("third", stopping(new InterruptedException("enough")));
        start("fourth");

        parts.close();

        assertThat(events).containsExactly("first starts", "fourth starts", "fourth stops", "first stops");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void interruptedStopDoesNotShortenTheNext() {
        parts.add(
                "first",
                () -> events.add("interrupted: " + Thread.currentThread().isInterrupted()));
        parts.add("second", () -> Thread.currentThread().interrupt());

        parts.stop();

        assertThat(events).containsExactly("interrupted: false");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void partThatDoesNotStartIsStoppedWithTheOthers() {
        start("first");

        assertThatThrownBy(() -> parts.start(
                        "second",
                        () -> {
                            throw new IllegalArgumentException("as it was");
                        },
                        () -> events.add("second stops")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("as it was");
        assertThatThrownBy(() -> parts.start("third", starting(new IOException("cause"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("expected the third to start")
                .hasRootCauseMessage("cause");
        parts.stop();

        assertThat(events).containsExactly("first starts", "second stops", "first stops");
    }

    @Test
    void secondStopDoesNothing() {
        parts.add("only", () -> events.add("only stops"));

        parts.stop();
        parts.stop();

        assertThat(events).containsExactly("only stops");
    }

    private void start(String name) {
        parts.start(name, () -> events.add(name + " starts"), () -> events.add(name + " stops"));
    }

    private static Managed starting(Exception failure) {
        return new Managed() {
            @Override
            public void start() throws Exception {
                throw failure;
            }
        };
    }

    private static Managed stopping(Exception failure) {
        return new Managed() {
            @Override
            public void stop() throws Exception {
                throw failure;
            }
        };
    }
}
