package dev.parley.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RestartPauseTest {

    @Test
    void pauseGrowsToThirtySeconds() {
        assertThat(Stream.iterate(RestartPause.FIRST, RestartPause::next)
                        .limit(9)
                        .map(pause -> pause.length().toSeconds()))
                .containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }
}
