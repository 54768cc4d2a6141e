package dev.parley.application.service.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.World;
import dev.parley.domain.event.EventEpoch;
import org.junit.jupiter.api.Test;

final class RenewEventEpochServiceTest {

    private final World world = World.empty();

    @Test
    void renewedEpochIsTheCurrentOne() {
        EventEpoch before = world.stores().epochs().current();

        EventEpoch renewed = new RenewEventEpochService(world.stores().epochs()).renew();

        assertThat(renewed).isNotEqualTo(before);
        assertThat(world.stores().epochs().current()).isEqualTo(renewed);
    }
}
