package dev.parley.bootstrap.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.InMemoryEventEpochs;
import org.junit.jupiter.api.Test;

final class EpochWatchTest {

    private final InMemoryEventEpochs epochs = new InMemoryEventEpochs();
    private final EpochWatch watch = new EpochWatch(epochs);

    @Test
    void firstEpochIsNotAChange() {
        epochs.renew();

        assertThat(watch.verify()).isZero();
    }

    @Test
    void newEpochIsReportedOnce() {
        watch.verify();
        assertThat(watch.verify()).isZero();

        epochs.renew();

        assertThat(watch.verify()).isEqualTo(1);
        assertThat(watch.verify()).isZero();
    }
}
