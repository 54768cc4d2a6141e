package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;

/** Anna, Bo and Carla, registered, and steps that the cases of {@link MessageSendingContract} share. */
abstract class WithSending extends WithStores {

    protected UserId anna;
    protected UserId bo;
    protected UserId carla;

    @BeforeEach
    protected void register() {
        anna = registered("anna");
        bo = registered("bo");
        carla = registered("carla");
    }

    protected static List<Message> inOrder(List<Message> messages) {
        return messages.stream().sorted(Comparator.comparing(Message::place)).toList();
    }

    protected static void assertDenseAndRising(List<Message> messages, int count) {
        List<Message> ordered = inOrder(messages);
        List<Instant> times = ordered.stream().map(Message::sentAt).toList();
        assertThat(ordered)
                .extracting(message -> message.place().value())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
        assertThat(times).isSorted().doesNotHaveDuplicates();
    }
}
