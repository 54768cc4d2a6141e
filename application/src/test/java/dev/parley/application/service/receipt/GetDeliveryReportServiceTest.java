package dev.parley.application.service.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.receipt.DeliveryReport;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GetDeliveryReportServiceTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");

    @Test
    void messageIsDeliveredWhenSentAndReadWhenTheRecipientHasReadIt() {
        Message message = world.send(anna, bo, "hello");
        DeliveryReport unread = new DeliveryReport(message.sentAt(), Optional.empty());
        assertThat(report(anna, message)).contains(unread);
        assertThat(report(bo, message)).contains(unread);
        world.secondsLater(60);

        world.markRead(bo, "anna", message);

        DeliveryReport read = new DeliveryReport(message.sentAt(), Optional.of(world.now()));
        assertThat(report(anna, message)).contains(read);
        assertThat(report(bo, message)).contains(read);
    }

    @Test
    void readReceiptsOfOtherConversationsAndOfTheSenderDoNotCount() {
        Message message = world.send(anna, bo, "hello");
        Message back = world.send(bo, anna, "and back");
        world.markRead(anna, "bo", back);

        assertThat(report(anna, message)).map(DeliveryReport::readAt).contains(Optional.empty());
    }

    @Test
    void heldMessageIsDeliveredForItsSenderAndUnknownToItsRecipient() {
        world.block(bo, "anna");
        Message held = world.send(anna, bo, "held");

        assertThat(report(anna, held)).contains(new DeliveryReport(held.sentAt(), Optional.empty()));
        assertThat(report(bo, held)).isEmpty();
    }

    @Test
    void theSenderOfAReleasedMessageCannotTellThatItWasHeld() {
        world.block(bo, "anna");
        Message held = world.send(anna, bo, "held");
        world.secondsLater(60);
        world.unblock(bo, "anna");
        Instant releasedAt = world.now();

        assertThat(report(anna, held)).contains(new DeliveryReport(held.sentAt(), Optional.empty()));
        assertThat(report(bo, held)).contains(new DeliveryReport(releasedAt, Optional.empty()));
    }

    @Test
    void messageIsUnknownToOtherUsers() {
        Message message = world.send(anna, bo, "hello");

        assertThat(report(world.user("carla"), message)).isEmpty();
        assertThat(world.app().deliveryReport().get(anna, new MessageId(Long.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    void noteToOneselfIsReadByItsAuthor() {
        Message note = world.send(anna, anna, "note");
        world.secondsLater(60);
        world.markRead(anna, "anna", note);

        assertThat(report(anna, note)).contains(new DeliveryReport(note.sentAt(), Optional.of(world.now())));
    }

    private Optional<DeliveryReport> report(UserId viewer, Message message) {
        return world.app().deliveryReport().get(viewer, message.id());
    }
}
