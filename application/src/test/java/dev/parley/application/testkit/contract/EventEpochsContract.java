package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.event.EventEpoch;
import dev.parley.domain.user.UserId;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Contract for epochs: one for all nodes, stable until it is renewed, and never reused. */
public abstract class EventEpochsContract extends WithStores {

    @Test
    protected void allNodesHaveTheSameStableEpoch() {
        EventEpoch epoch = stores.epochs().current();

        assertThat(stores.epochs().current()).isEqualTo(epoch);
        assertThat(stores.anotherNode().epochs().current()).isEqualTo(epoch);
    }

    @Test
    protected void renewedEpochIsNewAndCurrentOnAllNodes() {
        EventEpoch before = stores.epochs().current();

        EventEpoch renewed = stores.epochs().renew();

        assertThat(renewed).isNotEqualTo(before);
        assertThat(stores.epochs().current()).isEqualTo(renewed);
        assertThat(stores.anotherNode().epochs().current()).isEqualTo(renewed);
    }

    @Test
    protected void eventLogHasTheCurrentEpoch() {
        UserId anna = registered("anna");
        stores.epochs().renew();

        assertThat(stores.events().state(anna).epoch())
                .isEqualTo(stores.epochs().current());
    }

    @Test
    protected void epochsNeverRepeat() {
        Set<EventEpoch> epochs = ConcurrentHashMap.newKeySet();
        epochs.add(stores.epochs().current());

        ConcurrentRun.of(4, 5).run((thread, step) -> epochs.add(stores.epochs().renew()));

        assertThat(epochs).hasSize(1 + 4 * 5).contains(stores.epochs().current());
    }

    @Test
    protected void verifyKeepsTheEpochOfTheSameStore() {
        EventEpoch verified = stores.epochs().verify();

        assertThat(stores.epochs().current()).isEqualTo(verified);
        assertThat(stores.epochs().verify()).isEqualTo(verified);
        assertThat(stores.anotherNode().epochs().verify()).isEqualTo(verified);
    }

    @Test
    protected void concurrentVerifyReturnsOneEpoch() {
        Queue<EventEpoch> verified = new ConcurrentLinkedQueue<>();

        ConcurrentRun.of(6, 3)
                .run((thread, step) -> verified.add(stores.epochs().verify()));

        assertThat(verified).containsOnly(stores.epochs().current());
    }
}
