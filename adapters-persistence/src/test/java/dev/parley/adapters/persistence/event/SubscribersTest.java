package dev.parley.adapters.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.user.UserId;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SubscribersTest {

    private static final UserId ANNA = new UserId(17);
    private static final UserId BO = new UserId(18);

    private final Subscribers subscribers = new Subscribers();
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void aUserIsWatchedUntilTheLastSubscriberIsGone() {
        Runnable first = subscribers.add(ANNA, told::incrementAndGet);
        Runnable second = subscribers.add(ANNA, told::incrementAndGet);
        subscribers.add(BO, told::incrementAndGet);

        first.run();
        first.run();
        assertThat(subscribers.users()).containsExactlyInAnyOrder(ANNA, BO);

        second.run();
        assertThat(subscribers.users()).containsExactly(BO);
    }

    @Test
    void theSameReactionCanBeSubscribedTwiceAndLeavesOnce() {
        Runnable reaction = told::incrementAndGet;
        Runnable first = subscribers.add(ANNA, reaction);
        subscribers.add(ANNA, reaction);

        subscribers.tell(Set.of(ANNA));
        assertThat(told).hasValue(2);

        first.run();
        subscribers.tell(Set.of(ANNA));
        assertThat(told).hasValue(3);
    }

    @Test
    void allUsersCanBeSignalledAtOnce() {
        subscribers.add(ANNA, told::incrementAndGet);
        subscribers.add(BO, told::incrementAndGet);

        subscribers.tellAll();

        assertThat(told).hasValue(2);
    }
}
