package dev.parley.application.service.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.session.LogInUseCase.Result.LoggedIn;
import dev.parley.application.port.in.session.RevokeSessionUseCase;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.event.EventView;
import dev.parley.domain.event.EventView.Payload;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The events that the devices of two users receive for every kind of change. */
final class EventViewsTest {

    private static final Username ANNA = new Username("anna");
    private static final Username BO = new Username("bo");

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");
    private final LoggedIn ofAnna = world.loggedIn("anna");
    private final LoggedIn ofBo = world.loggedIn("bo");

    @Test
    void messageNotifiesBothWithTheNameOfThePeer() {
        Message message = world.send(anna, bo, "hello");

        assertThat(told(ofAnna)).containsExactly(new Payload.MessageCreated(BO, message, ANNA, BO));
        assertThat(told(ofBo)).containsExactly(new Payload.MessageCreated(ANNA, message, ANNA, BO));
        assertThat(world.eventViews(UseCaseFixture.caller(ofBo)))
                .extracting(EventView::at)
                .containsExactly(message.sentAt());
    }

    @Test
    void noteToOneselfIsOneEvent() {
        Message note = world.send(anna, anna, "note");

        assertThat(told(ofAnna)).containsExactly(new Payload.MessageCreated(ANNA, note, ANNA, ANNA));
    }

    @Test
    void readNotifiesTheReaderAndThePeer() {
        Message first = world.send(anna, bo, "one");
        Message second = world.send(anna, bo, "two");
        world.send(anna, bo, "three");
        world.secondsLater(60);
        Instant readAt = world.now();

        world.markRead(bo, "anna", second);

        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(told(ofAnna)).endsWith(new Payload.ReceiptRead(BO, second.id(), readAt));
        assertThat(told(ofBo)).endsWith(new Payload.ConversationRead(ANNA, second.id(), readAt, 1));
    }

    @Test
    void blockAndUnblockNotifyOnlyTheBlocker() {
        world.block(anna, "bo");
        world.block(anna, "bo");
        world.unblock(anna, "bo");
        world.unblock(anna, "bo");

        assertThat(told(ofAnna)).containsExactly(new Payload.BlockCreated(BO), new Payload.BlockRemoved(BO));
        assertThat(told(ofBo)).isEmpty();
    }

    @Test
    void heldMessageNotifiesTheRecipientOnRelease() {
        world.block(anna, "bo");
        Message first = world.send(bo, anna, "held");
        Message second = world.send(bo, anna, "held too");
        assertThat(told(ofBo))
                .containsExactly(
                        new Payload.MessageCreated(ANNA, first, BO, ANNA),
                        new Payload.MessageCreated(ANNA, second, BO, ANNA));
        int before = told(ofBo).size();

        world.unblock(anna, "bo");

        List<Message> released = world.shown(anna, "bo").reversed();
        assertThat(told(ofAnna))
                .containsExactly(
                        new Payload.BlockCreated(BO),
                        new Payload.BlockRemoved(BO),
                        new Payload.MessageReleased(BO, released.get(0), BO, ANNA),
                        new Payload.MessageReleased(BO, released.get(1), BO, ANNA));
        assertThat(told(ofBo)).hasSize(before);
    }

    @Test
    void heldNoteToOneselfIsOneEventAndCountsAfterUnblocking() {
        world.block(anna, "anna");
        Message note = world.send(anna, anna, "note");
        assertThat(world.app().inbox().countUnread(anna).messages()).isZero();

        world.unblock(anna, "anna");

        assertThat(told(ofAnna))
                .containsExactly(
                        new Payload.BlockCreated(ANNA),
                        new Payload.MessageCreated(
                                ANNA, world.shown(anna, "anna").getFirst(), ANNA, ANNA),
                        new Payload.BlockRemoved(ANNA));
        assertThat(world.shown(anna, "anna").getFirst().id()).isEqualTo(note.id());
        assertThat(world.app().inbox().countUnread(anna).messages()).isEqualTo(1);
    }

    @Test
    void endedSessionNotifiesTheOtherSessions() {
        LoggedIn other = world.loggedIn("anna");

        world.app()
                .revokeSession()
                .revoke(new RevokeSessionUseCase.Command(
                        UseCaseFixture.caller(ofAnna),
                        new RevokeSessionUseCase.Target.One(other.session().id()),
                        UseCaseFixture.ORIGIN));

        assertThat(told(ofAnna))
                .containsExactly(new Payload.SessionRevoked(other.session().id()));
        assertThat(told(ofBo)).isEmpty();
    }

    @Test
    void erasureNotifiesPeersOfConversations() {
        LoggedIn ofCarla = loggedInCarla();
        world.send(anna, bo, "hello");

        world.erase(ofBo);
        world.app().continueErasures().continueErasures();

        assertThat(told(ofAnna)).endsWith(new Payload.UserErased(Username.ofErased(bo)));
        assertThat(told(ofCarla)).isEmpty();
    }

    @Test
    void erasureNotifiesBlockers() {
        world.block(anna, "bo");

        world.erase(ofBo);
        world.app().continueErasures().continueErasures();

        assertThat(told(ofAnna))
                .containsExactly(
                        new Payload.BlockCreated(Username.ofErased(bo)), new Payload.UserErased(Username.ofErased(bo)));
    }

    @Test
    void namesAndContentsAreCurrentAtTheTimeOfReading() {
        world.send(bo, anna, "hello");
        world.block(anna, "bo");

        world.erase(ofBo);

        Username tombstone = Username.ofErased(bo);
        assertThat(told(ofAnna)).element(0).isInstanceOfSatisfying(Payload.MessageCreated.class, created -> {
            assertThat(created.peer()).isEqualTo(tombstone);
            assertThat(created.sender()).isEqualTo(tombstone);
            assertThat(created.message().content()).isEqualTo(Optional.empty());
        });
        assertThat(told(ofAnna)).element(1).isEqualTo(new Payload.BlockCreated(tombstone));
    }

    private LoggedIn loggedInCarla() {
        world.user("carla");
        return world.loggedIn("carla");
    }

    private List<Payload> told(LoggedIn login) {
        return world.eventViews(UseCaseFixture.caller(login)).stream()
                .map(EventView::payload)
                .toList();
    }
}
