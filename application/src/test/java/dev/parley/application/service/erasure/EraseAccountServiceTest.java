package dev.parley.application.service.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.block.BlockUserUseCase;
import dev.parley.application.port.in.block.ListBlocksUseCase;
import dev.parley.application.port.in.block.UnblockUserUseCase;
import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.event.ReadEventsUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.LogInUseCase.Result.LoggedIn;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.in.user.SetPasswordUseCase;
import dev.parley.application.port.in.user.UserQueries;
import dev.parley.application.service.session.LogInService;
import dev.parley.application.testkit.OvertakenPasswordHasher;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.event.EventView.Payload;
import dev.parley.domain.session.Token;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class EraseAccountServiceTest {

    private static final Password NEW = new Password("battery staple");

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");
    private final LoggedIn login = world.loggedIn("anna");
    private final Username tombstone = Username.ofErased(anna);

    @Test
    void erasedAccountRejectsLoginsAndTokens() {
        LoggedIn other = world.loggedIn("anna");

        world.erase(login);

        assertThat(world.letsIn(login)).isFalse();
        assertThat(world.letsIn(other)).isFalse();
        assertThat(world.logIn("anna", UseCaseFixture.PASSWORD)).isNotInstanceOf(LoggedIn.class);
        assertThat(world.logIn(tombstone.value(), UseCaseFixture.PASSWORD)).isNotInstanceOf(LoggedIn.class);
    }

    @Test
    void erasedUserIsNotFound() {
        world.erase(login);

        assertThat(world.app().users().find("anna")).isEmpty();
        assertThat(world.app().users().find(tombstone.value())).isEmpty();
        assertThat(world.app().users().search(new UserQueries.Search("anna", "", 10)))
                .isEmpty();
    }

    @Test
    void erasedUserCanNeitherSendNorReceive() {
        world.erase(login);

        assertThat(send(bo, anna)).isEqualTo(new SendResult.NoSuchReceiver());
        assertThat(send(anna, bo)).isEqualTo(new SendResult.NoSuchSender());
        assertThat(world.block(bo, "anna")).isEqualTo(new BlockUserUseCase.Result.NoSuchUser());
        assertThat(world.block(bo, tombstone.value())).isEqualTo(new BlockUserUseCase.Result.NoSuchUser());
    }

    @Test
    void nameOfAnErasedUserStaysTaken() {
        world.erase(login);

        RegisterUserUseCase.Command again =
                new RegisterUserUseCase.Command(new Username("anna"), NEW, UseCaseFixture.ORIGIN);
        assertThat(world.app().register().register(again)).isEqualTo(new RegisterUserUseCase.Result.UsernameTaken());

        assertThat(world.app().users().isTaken("anna")).isTrue();
        assertThat(world.app().users().find("anna")).isEmpty();
    }

    @Test
    void messagesOfAnErasedUserAreShownWithoutContent() {
        LoggedIn ofBo = world.loggedIn("bo");
        world.send(bo, anna, "hello");
        world.send(anna, bo, "goodbye");

        world.erase(login);

        assertThat(world.shown(bo, tombstone.value()))
                .extracting(message -> message.content().isPresent())
                .containsExactly(false, true);
        assertThat(world.inbox(bo).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.lastMessage().content()).isEmpty());
        assertThat(world.eventViews(UseCaseFixture.caller(ofBo)).getLast().payload())
                .isInstanceOfSatisfying(
                        Payload.MessageCreated.class,
                        created -> assertThat(created.message().content()).isEmpty());
    }

    @Test
    void messagesReleasedAfterTheErasureAreShownWithoutContent() {
        LoggedIn ofBo = world.loggedIn("bo");
        world.block(bo, "anna");
        world.send(anna, bo, "held");

        world.erase(login);
        world.unblock(bo, tombstone.value());

        assertThat(world.eventViews(UseCaseFixture.caller(ofBo)).getLast().payload())
                .isInstanceOfSatisfying(
                        Payload.MessageReleased.class,
                        released -> assertThat(released.message().content()).isEmpty());
    }

    @Test
    void messagesAndBlocksOfOtherUsersStay() {
        Message message = world.send(bo, anna, "hello");
        world.block(bo, "anna");

        world.erase(login);

        assertThat(world.shown(bo, tombstone.value())).containsExactly(message);
        assertThat(world.app().listBlocks().list(new ListBlocksUseCase.Query(bo, Optional.empty(), 10)))
                .extracting(ListBlocksUseCase.BlockedUser::username)
                .containsExactly(tombstone);
        assertThat(world.unblock(bo, tombstone.value())).isEqualTo(new UnblockUserUseCase.Result.Unblocked(true));
    }

    @Test
    void blocksAndEventsOfTheErasedUserAreDeleted() {
        world.block(anna, "bo");
        world.send(anna, bo, "hello");

        world.erase(login);

        assertThat(world.stores().blocks().exists(anna, bo)).isFalse();
        assertThat(world.changes(anna)).isEmpty();
    }

    @Test
    void streamsOfTheErasedUserAreSignalledAndEnd() {
        AtomicInteger signals = new AtomicInteger();
        world.app().readEvents().watch(anna, signals::incrementAndGet);

        world.erase(login);

        assertThat(signals).hasPositiveValue();
        assertThat(world.app()
                        .readEvents()
                        .read(new ReadEventsUseCase.Query(UseCaseFixture.caller(login), Optional.empty(), 10)))
                .isEqualTo(new ReadEventsUseCase.Result.SessionEnded());
    }

    @Test
    void theActivityIsRecordedOnceHoweverOftenItIsErased() {
        world.forgetActivities();

        world.erase(login);
        world.erase(login);

        assertThat(world.activities())
                .containsExactly(Activity.by(anna, ActivityType.ACCOUNT_ERASED, world.now(), UseCaseFixture.ORIGIN));
    }

    /** An earlier version could leave such a session behind. */
    @Test
    void repeatedErasureEndsLeftoverSessions() {
        world.stores().users().erase(anna);
        assertThat(world.letsIn(login)).isFalse();

        world.erase(login);

        assertThat(world.stores().sessions().closeAll(anna)).isEmpty();
        assertThat(world.changes(anna)).isEmpty();
        assertThat(world.stores().erasures().find(anna)).isEmpty();
    }

    @Test
    void concurrentLoginOpensNoSession() {
        LogInService service = new LogInService(
                world.stores().unitOfWork(),
                world.stores().locks(),
                world.stores().users(),
                new OvertakenPasswordHasher(() -> world.erase(login)),
                world.stores().sessions(),
                () -> new Token("f".repeat(Token.LENGTH)),
                world.stores().outbox(),
                UseCases.POLICY,
                world.clock());

        assertThat(service.logIn(new LogInUseCase.Command(
                        "anna", UseCaseFixture.PASSWORD, Optional.empty(), UseCaseFixture.ORIGIN)))
                .isNotInstanceOf(LoggedIn.class);

        assertThat(world.sessions(anna)).isEmpty();
    }

    @Test
    void operatorCannotSetThePasswordOfAnErasedUser() {
        world.erase(login);

        assertThat(world.app().setPassword().set(new SetPasswordUseCase.Command(tombstone, NEW)))
                .isEqualTo(new SetPasswordUseCase.Result.NoSuchUser());
        assertThat(world.app().setPassword().set(new SetPasswordUseCase.Command(new Username("anna"), NEW)))
                .isEqualTo(new SetPasswordUseCase.Result.NoSuchUser());
    }

    private SendResult send(UserId sender, UserId receiver) {
        return world.app()
                .send()
                .send(new SendMessageUseCase.Command(
                        sender, receiver, new MessageContent("hello"), Optional.empty(), UseCaseFixture.ORIGIN));
    }
}
