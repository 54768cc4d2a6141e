package dev.parley.application.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.World;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SendMessageServiceTest {

    private final World world = World.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");

    @Test
    void aMessageIsWrittenNow() {
        Message message = world.send(anna, bo, "hello");

        assertThat(message)
                .isEqualTo(new Message(
                        message.id(),
                        message.conversation(),
                        new Place(1),
                        anna,
                        bo,
                        Optional.of(new MessageContent("hello")),
                        world.now(),
                        Optional.of(world.now())));
    }

    @Test
    void theActivityIsRecorded() {
        Message message = world.send(anna, bo, "hello");

        assertThat(world.activities()).containsExactly(Activity.sending(message, World.ORIGIN));
    }

    @Test
    void aHeldMessageIsAnActivityToo() {
        world.block(bo, "anna");
        world.forgetActivities();

        Message held = world.send(anna, bo, "hello");

        assertThat(held.isHeld()).isTrue();
        assertThat(world.activities()).containsExactly(Activity.sending(held, World.ORIGIN));
    }
}
