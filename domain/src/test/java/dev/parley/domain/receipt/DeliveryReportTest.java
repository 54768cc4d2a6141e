package dev.parley.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DeliveryReportTest {

    private static final Instant SENT = Instant.parse("2026-11-22T10:15:30.123456Z");
    private static final Instant RELEASED = SENT.plusSeconds(60);
    private static final Instant READ = SENT.plusSeconds(90);
    private static final ConversationId HERE = new ConversationId(1);
    private static final UserId ANNA = new UserId(1);
    private static final UserId BO = new UserId(2);
    private static final ReadTimes UNREAD = new ReadTimes(List.of());
    private static final ReadTimes READ_BY_BO = new ReadTimes(List.of(new ReadReceipt(HERE, BO, new Place(5), READ)));

    @Test
    void aMessageIsDeliveredToBothWhenItIsSent() {
        Message message = message(BO, Optional.of(SENT));

        assertThat(DeliveryReport.of(message, ANNA, UNREAD)).isEqualTo(new DeliveryReport(SENT, Optional.empty()));
        assertThat(DeliveryReport.of(message, BO, READ_BY_BO)).isEqualTo(new DeliveryReport(SENT, Optional.of(READ)));
    }

    @Test
    void heldMessageIsDeliveredForItsSender() {
        assertThat(DeliveryReport.of(message(BO, Optional.empty()), ANNA, READ_BY_BO))
                .isEqualTo(new DeliveryReport(SENT, Optional.empty()));
    }

    @Test
    void releaseTimeIsVisibleOnlyToTheRecipient() {
        Message released = message(BO, Optional.of(RELEASED));

        assertThat(DeliveryReport.of(released, ANNA, READ_BY_BO))
                .isEqualTo(new DeliveryReport(SENT, Optional.of(READ)));
        assertThat(DeliveryReport.of(released, BO, READ_BY_BO))
                .isEqualTo(new DeliveryReport(RELEASED, Optional.of(READ)));
    }

    @Test
    void aNoteToOneselfIsDeliveredWhenItIsWritten() {
        assertThat(DeliveryReport.of(message(ANNA, Optional.of(RELEASED)), ANNA, UNREAD)
                        .deliveredAt())
                .isEqualTo(SENT);
    }

    @Test
    void reportOnAnInvisibleMessageIsRejected() {
        Message held = message(BO, Optional.empty());
        Message visible = message(BO, Optional.of(SENT));

        assertThatIllegalArgumentException().isThrownBy(() -> DeliveryReport.of(held, BO, UNREAD));
        assertThatIllegalArgumentException().isThrownBy(() -> DeliveryReport.of(visible, new UserId(3), UNREAD));
    }

    private static Message message(UserId receiver, Optional<Instant> visibleAt) {
        return new Message(
                new MessageId(5),
                HERE,
                new Place(5),
                ANNA,
                receiver,
                Optional.of(new MessageContent("hello")),
                SENT,
                visibleAt);
    }
}
