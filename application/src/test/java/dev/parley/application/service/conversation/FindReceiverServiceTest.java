package dev.parley.application.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.conversation.FindReceiverUseCase.Query;
import dev.parley.application.port.in.conversation.SendMessageUseCase.Command;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FindReceiverServiceTest {

    private static final Optional<IdempotencyKey> NONE = Optional.empty();
    private static final Optional<IdempotencyKey> KEY = Optional.of(new IdempotencyKey("key-1"));
    private static final Optional<IdempotencyKey> OTHER = Optional.of(new IdempotencyKey("key-2"));

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");
    private final UserId carla = world.user("carla");

    @BeforeEach
    void write() {
        world.app().send().send(new Command(anna, bo, new MessageContent("hello"), KEY, UseCaseFixture.ORIGIN));
    }

    @Test
    void currentOwnerOfANameIsTheReceiverWhateverTheKey() {
        assertThat(find(anna, "bo", NONE)).contains(bo);
        assertThat(find(anna, "carla", KEY)).contains(carla);
        assertThat(find(anna, "nobody", KEY)).isEmpty();
        assertThat(find(anna, "no name", KEY)).isEmpty();
    }

    @Test
    void anErasedUserIsFoundByTheNameThatTheyGoByNow() {
        world.erase(world.loggedIn("bo"));

        assertThat(find(anna, Username.ofErased(bo).value(), NONE)).contains(bo);
        assertThat(find(carla, Username.ofErased(bo).value(), KEY)).contains(bo);
    }

    @Test
    void formerNameIsFoundOnlyBySendersThatUsedTheKey() {
        world.erase(world.loggedIn("bo"));

        assertThat(find(anna, "bo", KEY)).contains(bo);
        assertThat(find(anna, "bo", OTHER)).isEmpty();
        assertThat(find(anna, "bo", NONE)).isEmpty();
        assertThat(find(carla, "bo", KEY)).isEmpty();
        assertThat(find(anna, "nobody", KEY)).isEmpty();
    }

    @Test
    void formerNameIsNotThatOfAnExistingUser() {
        world.erase(world.loggedIn("carla"));

        assertThat(find(anna, "carla", KEY)).isEmpty();
    }

    private Optional<UserId> find(UserId sender, String name, Optional<IdempotencyKey> key) {
        return world.app().findReceiver().find(new Query(sender, name, key)).map(User::id);
    }
}
