package dev.parley.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.event.EventView.Payload;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.Names;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EventViewTest {

    private static final Instant AT = Instant.parse("2026-12-01T10:15:30Z");
    private static final UserId ANNA = new UserId(1);
    private static final UserId BO = new UserId(2);
    private static final Username NAME_OF_ANNA = new Username("anna");
    private static final Username NAME_OF_BO = new Username("bo");
    private static final Names NAMES = new Names(Map.of(ANNA, NAME_OF_ANNA, BO, NAME_OF_BO));
    private static final ConversationId CONVERSATION = new ConversationId(7);
    private static final Place PLACE = new Place(3);
    private static final Message MESSAGE = new Message(
            new MessageId(100),
            CONVERSATION,
            PLACE,
            BO,
            ANNA,
            Optional.of(new MessageContent("hello")),
            AT,
            Optional.of(AT));

    @Test
    void sequenceNumberAndTimeAreThoseOfTheStoredEvent() {
        EventView view = view(new Change.BlockCreated(BO), Optional.empty(), NAMES);

        assertThat(view.seq()).isEqualTo(5);
        assertThat(view.at()).isEqualTo(AT);
    }

    @Test
    void messagesHaveTheNamesOfTheirParticipants() {
        assertThat(payload(new Change.MessageCreated(CONVERSATION, PLACE, BO)))
                .isEqualTo(new Payload.MessageCreated(NAME_OF_BO, MESSAGE, NAME_OF_BO, NAME_OF_ANNA));
        assertThat(payload(new Change.MessageReleased(CONVERSATION, PLACE, BO)))
                .isEqualTo(new Payload.MessageReleased(NAME_OF_BO, MESSAGE, NAME_OF_BO, NAME_OF_ANNA));
    }

    @Test
    void messagesOfAnErasedSenderHaveNoContent() {
        Username tombstone = Username.ofErased(BO);
        Names names = new Names(Map.of(ANNA, NAME_OF_ANNA, BO, tombstone));

        EventView view = view(new Change.MessageCreated(CONVERSATION, PLACE, BO), Optional.of(MESSAGE), names);

        assertThat(view.payload())
                .isEqualTo(new Payload.MessageCreated(tombstone, MESSAGE.withoutContent(), tombstone, NAME_OF_ANNA));
    }

    @Test
    void readsNameTheMessageUpToWhichAUserHasRead() {
        assertThat(payload(new Change.ReceiptRead(CONVERSATION, PLACE, BO, AT)))
                .isEqualTo(new Payload.ReceiptRead(NAME_OF_BO, MESSAGE.id(), AT));
        assertThat(payload(new Change.ConversationRead(CONVERSATION, PLACE, BO, AT, 4)))
                .isEqualTo(new Payload.ConversationRead(NAME_OF_BO, MESSAGE.id(), AT, 4));
    }

    @Test
    void changesWithoutAMessageHaveTheNameOfTheirUser() {
        assertThat(payload(new Change.BlockCreated(BO))).isEqualTo(new Payload.BlockCreated(NAME_OF_BO));
        assertThat(payload(new Change.BlockRemoved(BO))).isEqualTo(new Payload.BlockRemoved(NAME_OF_BO));
        assertThat(payload(new Change.UserErased(BO))).isEqualTo(new Payload.UserErased(NAME_OF_BO));
        assertThat(payload(new Change.SessionRevoked(new SessionId(9))))
                .isEqualTo(new Payload.SessionRevoked(new SessionId(9)));
    }

    @Test
    void aNameThatWasNotLoadedIsABug() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> payload(new Change.BlockCreated(new UserId(3))))
                .withMessageContaining("no name loaded for");
    }

    private static Payload payload(Change change) {
        return view(change, Optional.of(MESSAGE), NAMES).payload();
    }

    private static EventView view(Change change, Optional<Message> message, Names names) {
        return EventView.of(new UserEvent(ANNA, 5, AT, change), message, names);
    }
}
