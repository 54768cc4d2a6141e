package dev.parley.application.service.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.event.Subscription;
import dev.parley.domain.user.UserId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WatchTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");
    private final AtomicInteger signals = new AtomicInteger();

    @Test
    void watchSignalsEventsOfTheUserUntilItIsClosed() {
        Subscription watch = watch(anna);
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
        Subscription one = watch(anna);
        Subscription other = watch(anna);
        one.close();

        world.send(bo, anna, "hello");

        assertThat(signals).hasValue(1);
        other.close();
    }

    @Test
    void blockedUserIsNotSignalledOfBlockOrUnblock() {
        Subscription watch = watch(bo);

        world.block(anna, "bo");
        world.unblock(anna, "bo");

        assertThat(signals).hasValue(0);
        watch.close();
    }

    private Subscription watch(UserId user) {
        return world.app().readEvents().watch(user, signals::incrementAndGet);
    }
}
