package dev.parley.application.service.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.application.port.in.block.UnblockUserUseCase.Result;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.HistorySlice;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.ParticipantState;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.ReceiverState;
import dev.parley.domain.event.Change;
import dev.parley.domain.user.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnblockUserServiceTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");

    @Test
    void heldMessagesAreReleasedUnreadAtTheirPlaces() {
        world.block(anna, "bo");
        Message held = world.send(bo, anna, "held");
        world.send(anna, bo, "visible");
        world.secondsLater(60);

        assertThat(world.unblock(anna, "bo")).isEqualTo(new Result.Unblocked(true));

        Message released = visible().getLast();
        assertThat(released.id()).isEqualTo(held.id());
        assertThat(released.place()).isEqualTo(held.place());
        assertThat(released.sentAt()).isEqualTo(held.sentAt());
        assertThat(released.visibleAt()).contains(world.now());
        assertThat(conversation().of(anna)).isEqualTo(new ReceiverState(1, 0, 0, 0));
    }

    @Test
    void laterMessagesAreVisible() {
        world.block(anna, "bo");
        world.unblock(anna, "bo");

        assertThat(world.send(bo, anna, "hello").isHeld()).isFalse();
    }

    @Test
    void blockInTheOtherDirectionStays() {
        world.block(anna, "bo");
        world.block(bo, "anna");
        world.send(anna, bo, "held");

        world.unblock(anna, "bo");

        assertThat(conversation().of(bo).held()).isEqualTo(1);
        assertThat(world.send(anna, bo, "held too").isHeld()).isTrue();
    }

    @Test
    void theActivityIsRecorded() {
        world.block(anna, "bo");
        world.forgetActivities();

        world.unblock(anna, "bo");

        assertThat(world.activities())
                .containsExactly(Activity.between(anna, bo, ActivityType.UN_BLOCK, world.now(), UseCaseFixture.ORIGIN));
    }

    @Test
    void onlyTheUnblockersDevicesAreNotifiedOfTheReleaseInOrder() {
        world.block(anna, "bo");
        Message first = world.send(bo, anna, "held");
        world.send(anna, bo, "visible");
        Message second = world.send(bo, anna, "held too");
        List<Change> ofBo = world.changes(bo);

        world.unblock(anna, "bo");

        assertThat(world.changes(anna))
                .endsWith(
                        new Change.BlockRemoved(bo),
                        new Change.MessageReleased(first.conversation(), first.place(), bo),
                        new Change.MessageReleased(second.conversation(), second.place(), bo));
        assertThat(world.changes(bo)).isEqualTo(ofBo);
    }

    @Test
    void unblockingAUserWhoIsNotBlockedChangesNothing() {
        assertThat(world.unblock(anna, "bo")).isEqualTo(new Result.Unblocked(false));

        assertThat(world.activities()).isEmpty();
        assertThat(world.changes(anna)).isEmpty();
    }

    @Test
    void unblockingAnUnknownNameReturnsNoSuchUser() {
        assertThat(world.unblock(anna, "unknown")).isEqualTo(new Result.NoSuchUser());
        assertThat(world.unblock(anna, "no name")).isEqualTo(new Result.NoSuchUser());
    }

    @Test
    void usersCanUnblockThemselves() {
        world.block(anna, "anna");
        world.send(anna, anna, "note");

        assertThat(world.unblock(anna, "anna")).isEqualTo(new Result.Unblocked(true));

        assertThat(world.stores()
                        .conversations()
                        .find(Participants.of(anna, anna))
                        .orElseThrow()
                        .of(anna))
                .isEqualTo(new ReceiverState(1, 0, 0, 0));
    }

    @Test
    void inconsistentCountsRollBackTheUnblock() {
        world.block(anna, "bo");
        world.send(bo, anna, "held");
        world.forgetActivities();
        Conversation before = miscounted(conversation(), anna);
        world.stores().conversations().store(before);

        assertThatIllegalStateException().isThrownBy(() -> world.unblock(anna, "bo"));

        assertThat(world.stores().blocks().exists(anna, bo)).isTrue();
        assertThat(conversation()).isEqualTo(before);
        assertThat(world.activities()).isEmpty();
    }

    /** Counts one held message more than exists. */
    private static Conversation miscounted(Conversation found, UserId receiver) {
        ReceiverState counted = found.of(receiver);
        ParticipantState wrong = new ParticipantState(
                new ReceiverState(counted.unread(), counted.held() + 1, counted.heldFrom(), counted.readUpTo()),
                found.newestVisibleTo(receiver));
        return new Conversation(
                found.id(), found.participants(), found.lastPlace(), wrong, found.higher(), found.latestAt());
    }

    private Conversation conversation() {
        return world.stores().conversations().find(Participants.of(anna, bo)).orElseThrow();
    }

    private List<Message> visible() {
        return world.stores().messages().listVisible(conversation().id(), new HistorySlice.Visible(0, 100));
    }
}
