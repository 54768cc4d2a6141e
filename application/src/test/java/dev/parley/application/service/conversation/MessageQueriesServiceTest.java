package dev.parley.application.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.conversation.NamedMessage;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MessageQueriesServiceTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");

    @Test
    void participantsFindTheMessageWithItsNames() {
        Message message = world.send(anna, bo, "hello");
        NamedMessage named = new NamedMessage(message, new Username("anna"), new Username("bo"));

        assertThat(find(anna, message)).contains(named);
        assertThat(find(bo, message)).contains(named);
    }

    @Test
    void noteToOneselfIsFound() {
        Message note = world.send(anna, anna, "note");

        assertThat(find(anna, note)).contains(new NamedMessage(note, new Username("anna"), new Username("anna")));
    }

    @Test
    void findingDoesNotMarkAsRead() {
        Message message = world.send(anna, bo, "hello");

        find(bo, message);

        assertThat(world.app().inbox().countUnread(bo).messages()).isEqualTo(1);
    }

    @Test
    void heldMessageIsFoundByItsSenderOnlyUntilItIsReleased() {
        world.block(bo, "anna");
        Message held = world.send(anna, bo, "held");

        assertThat(find(anna, held)).map(NamedMessage::message).contains(held);
        assertThat(find(bo, held)).isEmpty();

        world.unblock(bo, "anna");
        assertThat(find(bo, held)).isPresent();
    }

    @Test
    void messageOfAnErasedSenderHasNoContent() {
        Message message = world.send(anna, bo, "hello");
        world.erase(world.loggedIn("anna"));

        assertThat(find(bo, message)).hasValueSatisfying(named -> {
            assertThat(named.message().content()).isEmpty();
            assertThat(named.sender().isTombstone()).isTrue();
        });
    }

    @Test
    void otherUsersAndUnknownIdsFindNothing() {
        Message message = world.send(anna, bo, "hello");

        assertThat(find(world.user("carla"), message)).isEmpty();
        assertThat(world.app().messages().find(anna, new MessageId(Long.MAX_VALUE)))
                .isEmpty();
    }

    private Optional<NamedMessage> find(UserId viewer, Message message) {
        return world.app().messages().find(viewer, message.id());
    }
}
