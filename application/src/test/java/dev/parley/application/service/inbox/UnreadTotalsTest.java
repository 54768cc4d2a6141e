package dev.parley.application.service.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.inbox.UnreadTotals;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import org.junit.jupiter.api.Test;

final class UnreadTotalsTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");

    @Test
    void unreadMessagesAndConversationsAreCounted() {
        assertThat(count(anna)).isEqualTo(new UnreadTotals(0, 0));

        world.send(bo, anna, "one");
        world.send(bo, anna, "two");
        world.send(world.user("carla"), anna, "three");

        assertThat(count(anna)).isEqualTo(new UnreadTotals(3, 2));
        assertThat(count(bo)).isEqualTo(new UnreadTotals(0, 0));
    }

    @Test
    void heldMessagesAreUnreadAfterTheirRelease() {
        world.block(anna, "bo");
        world.send(bo, anna, "one");
        world.send(bo, anna, "two");
        assertThat(count(anna)).isEqualTo(new UnreadTotals(0, 0));

        world.unblock(anna, "bo");
        assertThat(count(anna)).isEqualTo(new UnreadTotals(2, 1));
    }

    @Test
    void erasedMessagesAreNotUnread() {
        world.send(bo, anna, "one");
        world.block(anna, "bo");
        world.send(bo, anna, "held");
        world.erase(world.loggedIn("bo"));
        assertThat(count(anna)).isEqualTo(new UnreadTotals(0, 0));

        world.app().continueErasures().continueErasures();
        world.unblock(anna, Username.ofErased(bo).value());
        assertThat(count(anna)).isEqualTo(new UnreadTotals(0, 0));
    }

    @Test
    void messagesOfABlockedUserCountAgainAfterUnblocking() {
        world.send(bo, anna, "one");
        world.block(anna, "bo");
        assertThat(count(anna)).isEqualTo(new UnreadTotals(0, 0));

        world.unblock(anna, "bo");
        assertThat(count(anna)).isEqualTo(new UnreadTotals(1, 1));
    }

    @Test
    void readingTheWholeHistoryLeavesNothingUnread() {
        world.send(bo, anna, "one");

        world.read(anna, bo, 1);

        assertThat(count(anna)).isEqualTo(new UnreadTotals(0, 0));
    }

    private UnreadTotals count(UserId owner) {
        return world.app().inbox().countUnread(owner);
    }
}
