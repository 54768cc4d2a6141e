package dev.parley.adapters.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.event.EventEpoch;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When an epoch is over. */
final class HistoryTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private JdbiEventEpochs epochs;
    private EventEpoch before;

    @BeforeEach
    void look() {
        epochs = new JdbiEventEpochs(POSTGRES.emptied().stateStore());
        before = epochs.current();
    }

    @Test
    void anEpochThatKnowsOfNoHistoryTakesThePresentOne() {
        beginOn(null);

        assertThat(epochs.verify()).isEqualTo(before);

        assertThat(history()).isPresent();
        assertThat(epochs.verify()).isEqualTo(before);
    }

    @Test
    void aRestoreOrAFailOverEndsTheEpoch() {
        epochs.verify();
        String own = history().orElseThrow();
        for (int part = 0; part < 4; part++) {
            EventEpoch present = epochs.current();
            beginOn(with(own, part));

            assertThat(epochs.verify()).isNotEqualTo(present).isEqualTo(epochs.current());
            assertThat(history()).contains(own);
        }
    }

    @Test
    void nodesThatFindItAtTheSameTimeEndItOnce() {
        beginOn("elsewhere");
        Queue<EventEpoch> verified = new ConcurrentLinkedQueue<>();

        ConcurrentRun.of(8, 1).run((thread, step) -> verified.add(epochs.verify()));

        assertThat(verified).hasSize(8).containsOnly(epochs.current()).doesNotContain(before);
    }

    @Test
    void anEpochThatAnOperatorBeganIsNotEndedByTheNextStart() {
        beginOn("elsewhere");

        EventEpoch renewed = epochs.renew();

        assertThat(epochs.verify()).isEqualTo(renewed);
    }

    @Test
    void aHistoryIsNamedByTheClusterItsTimelineTheDatabaseAndTheTable() {
        epochs.verify();

        assertThat(history()).hasValueSatisfying(name -> assertThat(name).matches("\\d+/[0-9A-F]{8}/\\d+/\\d+"));
    }

    private static String with(String history, int part) {
        String[] parts = history.split("/", -1);
        parts[part] = "1" + parts[part];
        return String.join("/", parts);
    }

    private static void beginOn(@Nullable String history) {
        POSTGRES.stateAsOwner().useHandle(handle -> handle.execute("UPDATE event_epoch SET history = ?", history));
    }

    private static Optional<String> history() {
        return POSTGRES.stateAsOwner()
                .withHandle(handle -> handle.createQuery("SELECT history FROM event_epoch")
                        .mapTo(String.class)
                        .findOne());
    }
}
