package dev.parley.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

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

final class ReadTimesTest {

    private static final Instant SENT = Instant.parse("2026-11-22T10:15:30.123456Z");
    private static final ConversationId HERE = new ConversationId(1);
    private static final UserId ANNA = new UserId(1);
    private static final UserId BO = new UserId(2);

    @Test
    void receiptCoversVisibleMessagesUpToItsPlace() {
        assertThat(reading(5, SENT.plusSeconds(1)).covers(message(5, Optional.of(SENT))))
                .isTrue();
        assertThat(reading(6, SENT.plusSeconds(1)).covers(message(5, Optional.of(SENT))))
                .isTrue();
    }

    @Test
    void receiptCoversNothingBeyondItsPlace() {
        assertThat(reading(4, SENT.plusSeconds(1)).covers(message(5, Optional.of(SENT))))
                .isFalse();
    }

    @Test
    void receiptCoversMessagesVisibleAtItsTime() {
        assertThat(reading(5, SENT).covers(message(5, Optional.of(SENT)))).isTrue();
        assertThat(reading(5, SENT).covers(message(5, Optional.of(SENT.plusNanos(1000)))))
                .isFalse();
    }

    @Test
    void receiptNeverCoversAHeldMessage() {
        assertThat(reading(5, SENT.plusSeconds(1)).covers(message(5, Optional.empty())))
                .isFalse();
    }

    @Test
    void receiptCoversNoMessagesOfOtherConversationsOrReaders() {
        ReadReceipt ofTheSender = new ReadReceipt(HERE, ANNA, new Place(5), SENT);
        ReadReceipt elsewhere = new ReadReceipt(new ConversationId(2), BO, new Place(5), SENT);

        assertThat(ofTheSender.covers(message(5, Optional.of(SENT)))).isFalse();
        assertThat(elsewhere.covers(message(5, Optional.of(SENT)))).isFalse();
    }

    @Test
    void firstCoveringReceiptIsTheReadTime() {
        ReadTimes times = new ReadTimes(List.of(
                reading(7, SENT.plusSeconds(3)), reading(3, SENT.plusSeconds(1)), reading(5, SENT.plusSeconds(2))));

        assertThat(times.firstReadOf(message(4, Optional.of(SENT)))).contains(SENT.plusSeconds(2));
        assertThat(times.firstReadOf(message(6, Optional.of(SENT)))).contains(SENT.plusSeconds(3));
        assertThat(times.firstReadOf(message(8, Optional.of(SENT)))).isEmpty();
    }

    @Test
    void earlierReceiptDoesNotCoverAReleasedMessage() {
        ReadTimes times = new ReadTimes(List.of(reading(5, SENT.plusSeconds(1)), reading(5, SENT.plusSeconds(3))));

        assertThat(times.firstReadOf(message(5, Optional.of(SENT.plusSeconds(2)))))
                .contains(SENT.plusSeconds(3));
    }

    private static ReadReceipt reading(long upTo, Instant at) {
        return new ReadReceipt(HERE, BO, new Place(upTo), at);
    }

    private static Message message(long place, Optional<Instant> visibleAt) {
        return new Message(
                new MessageId(place),
                HERE,
                new Place(place),
                ANNA,
                BO,
                Optional.of(new MessageContent("hello")),
                SENT,
                visibleAt);
    }
}
