package dev.parley.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.ReadResult;
import dev.parley.domain.conversation.Conversation.Release;
import dev.parley.domain.conversation.Conversation.Span;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.HeldMessage;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.conversation.Received;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConversationEventsTest {

    private static final Instant SENT = Instant.parse("2026-11-22T10:15:30.123456Z");
    private static final Instant LATER = SENT.plusSeconds(60);
    private static final ConversationId HERE = new ConversationId(7);
    private static final UserId ANNA = new UserId(1);
    private static final UserId BO = new UserId(2);

    @Test
    void messageNotifiesBothWithTheirPeer() {
        assertThat(ConversationEvents.ofSending(message(ANNA, BO, Optional.of(SENT))))
                .containsExactly(
                        new EventDraft(ANNA, SENT, new Change.MessageCreated(HERE, new Place(5), BO)),
                        new EventDraft(BO, SENT, new Change.MessageCreated(HERE, new Place(5), ANNA)));
    }

    @Test
    void heldMessageNotifiesOnlyItsSender() {
        assertThat(ConversationEvents.ofSending(message(BO, ANNA, Optional.empty())))
                .containsExactly(new EventDraft(BO, SENT, new Change.MessageCreated(HERE, new Place(5), ANNA)));
    }

    @Test
    void noteToOneselfIsOneEvent() {
        EventDraft once = new EventDraft(ANNA, SENT, new Change.MessageCreated(HERE, new Place(5), ANNA));

        assertThat(ConversationEvents.ofSending(message(ANNA, ANNA, Optional.of(SENT))))
                .containsExactly(once);
        assertThat(ConversationEvents.ofSending(message(ANNA, ANNA, Optional.empty())))
                .containsExactly(once);
    }

    @Test
    void readNotifiesTheReaderOfTheUnreadCountAndThePeerOfTheReceipt() {
        ReadResult reading = readingOfTheFirstOfTwo(ANNA, BO);

        assertThat(ConversationEvents.ofReading(BO, reading, false))
                .containsExactly(
                        new EventDraft(BO, LATER, new Change.ConversationRead(HERE, new Place(1), ANNA, LATER, 1)),
                        new EventDraft(ANNA, LATER, new Change.ReceiptRead(HERE, new Place(1), BO, LATER)));
    }

    @Test
    void messagesOfAnErasedPeerAreNotUnread() {
        ReadResult reading = readingOfTheFirstOfTwo(ANNA, BO);

        assertThat(ConversationEvents.ofReading(BO, reading, true))
                .extracting(EventDraft::change)
                .startsWith(new Change.ConversationRead(HERE, new Place(1), ANNA, LATER, 0));
    }

    @Test
    void readingNotesToOneselfProducesNoReceipt() {
        ReadResult reading = readingOfTheFirstOfTwo(ANNA, ANNA);

        assertThat(ConversationEvents.ofReading(ANNA, reading, false))
                .containsExactly(
                        new EventDraft(ANNA, LATER, new Change.ConversationRead(HERE, new Place(1), ANNA, LATER, 1)));
    }

    @Test
    void releaseNotifiesOnlyTheRecipientOfEachMessage() {
        Conversation two = append(append(begin(ANNA, BO), ANNA, BO, true), ANNA, BO, true);
        Release release = two.release(BO, List.of(held(1), held(2)), LATER).orElseThrow();

        assertThat(ConversationEvents.ofRelease(BO, release))
                .containsExactly(
                        new EventDraft(BO, LATER, new Change.MessageReleased(HERE, new Place(1), ANNA)),
                        new EventDraft(BO, LATER, new Change.MessageReleased(HERE, new Place(2), ANNA)));
    }

    @Test
    void releaseOfNotesToOneselfProducesNoEvent() {
        Conversation one = append(begin(ANNA, ANNA), ANNA, ANNA, true);
        Release release = one.release(ANNA, List.of(held(1)), LATER).orElseThrow();

        assertThat(ConversationEvents.ofRelease(ANNA, release)).isEmpty();
    }

    private static ReadResult readingOfTheFirstOfTwo(UserId sender, UserId reader) {
        Conversation two = append(append(begin(sender, reader), sender, reader, false), sender, reader, false);
        Span first = two.unreadUpTo(reader, new Place(1)).orElseThrow();
        return two.read(reader, first, new Received(1, new Place(1)), LATER);
    }

    private static Conversation begin(UserId one, UserId other) {
        return Conversation.begin(HERE, Participants.of(one, other));
    }

    private static Conversation append(Conversation before, UserId sender, UserId receiver, boolean blocked) {
        MessageDraft draft = new MessageDraft(sender, receiver, new MessageContent("hello"), SENT, Origin.operator());
        return before.append(new MessageId(before.lastPlace() + 100), draft, blocked)
                .conversation();
    }

    private static HeldMessage held(long place) {
        return new HeldMessage(new Place(place), SENT);
    }

    private static Message message(UserId sender, UserId receiver, Optional<Instant> visibleAt) {
        return new Message(
                new MessageId(100),
                HERE,
                new Place(5),
                sender,
                receiver,
                Optional.of(new MessageContent("hello")),
                SENT,
                visibleAt);
    }
}
