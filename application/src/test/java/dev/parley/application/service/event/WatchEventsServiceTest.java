package dev.parley.application.service.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.event.WatchEventsUseCase.Watch;
import dev.parley.application.testkit.World;
import dev.parley.domain.user.UserId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WatchEventsServiceTest {

    private final World world = World.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");
    private final AtomicInteger signals = new AtomicInteger();

    @Test
    void watchSignalsEventsOfTheUserUntilItIsClosed() {
        Watch watch = watch(anna);
        world.send(bo, bo, "note");
        assertThat(signals).hasValue(0);

        world.send(bo, anna, "hello");
        assertThat(signals).hasValue(1);

        watch.close();
        watch.close();
        world.send(bo, anna, "hello again");
        assertThat(signals).hasValue(1);
    }

    @Test
    void watchesOfTwoDevicesAreIndependent() {
        Watch one = watch(anna);
        Watch other = watch(anna);
        one.close();

        world.send(bo, anna, "hello");

        assertThat(signals).hasValue(1);
        other.close();
    }

    @Test
    void blockedUserIsNotSignalledOfBlockOrUnblock() {
        Watch watch = watch(bo);

        world.block(anna, "bo");
        world.unblock(anna, "bo");

        assertThat(signals).hasValue(0);
        watch.close();
    }

    private Watch watch(UserId user) {
        return world.app().watchEvents().watch(user, signals::incrementAndGet);
    }
}
