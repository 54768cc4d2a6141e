package dev.parley.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

final class ParticipantStateTest {

    private static final ReceiverState HOLDING = new ReceiverState(2, 1, 7, 4);

    @Test
    void countsAreNotNegative() {
        refuse(-1, 0, 0, 0);
        refuse(0, -1, 1, 0);
        refuse(0, 1, -1, 0);
        refuse(0, 0, 0, -1);
    }

    @Test
    void anErasedMessageIsNotUnread() {
        assertThat(HOLDING.unreadFrom(false)).isEqualTo(2);
        assertThat(HOLDING.unreadFrom(true)).isZero();
    }

    @Test
    void whatIsHeldBeginsSomewhere() {
        refuse(0, 1, 0, 0);
        refuse(0, 0, 1, 0);
    }

    @Test
    void readReceiptDoesNotPassAHeldMessage() {
        refuse(0, 1, 7, 7);
        refuse(0, 1, 7, 8);
        assertThat(new ReceiverState(0, 1, 7, 6).readUpTo()).isEqualTo(6);
        assertThatIllegalArgumentException().isThrownBy(() -> HOLDING.reading(new Received(2, new Place(7))));
    }

    @Test
    void theFirstThatIsHeldSaysWhereItBegins() {
        assertThat(ReceiverState.NEW.holding(3)).isEqualTo(new ReceiverState(0, 1, 3, 0));
        assertThat(ReceiverState.NEW.holding(3).holding(5)).isEqualTo(new ReceiverState(0, 2, 3, 0));
    }

    @Test
    void whatIsHeldAndShownIsUnreadFromTheBeginning() {
        ReceiverState held = ReceiverState.NEW.holdingNoteToSelf(3).holdingNoteToSelf(5);

        assertThat(held).isEqualTo(new ReceiverState(2, 2, 3, 0));
        assertThat(held.releasingNotesToSelf()).isEqualTo(new ReceiverState(2, 0, 0, 0));
    }

    @Test
    void nothingIsReceivedWhileSomethingIsHeld() {
        assertThatIllegalStateException().isThrownBy(HOLDING::receiving);
        assertThat(HOLDING.releasing().receiving()).isEqualTo(new ReceiverState(4, 0, 0, 4));
    }

    @Test
    void everythingCanBeReadUpToWhatIsHeld() {
        assertThat(HOLDING.readableUpTo(9)).isEqualTo(6);
        assertThat(HOLDING.releasing().readableUpTo(9)).isEqualTo(9);
    }

    @Test
    void aReadingLeavesWhatIsHeldAlone() {
        assertThat(HOLDING.reading(new Received(2, new Place(6)))).isEqualTo(new ReceiverState(0, 1, 7, 6));
    }

    @Test
    void countsAndWhatIsShownChangeEachByItself() {
        NewestVisible shown = new NewestVisible(7, ConversationFixture.NOW);

        assertThat(ParticipantState.NEW.with(HOLDING).showing(shown)).isEqualTo(new ParticipantState(HOLDING, shown));
    }

    @Test
    void theMessageAtTheHigherPlaceIsShownWhicheverCameFirst() {
        NewestVisible earlier = new NewestVisible(6, ConversationFixture.NOW.plusSeconds(1));
        NewestVisible later = new NewestVisible(7, ConversationFixture.NOW);

        assertThat(earlier.orLater(later)).isEqualTo(later);
        assertThat(later.orLater(earlier)).isEqualTo(later);
        assertThat(NewestVisible.NOTHING.orLater(earlier)).isEqualTo(earlier);
    }

    @Test
    void whoIsShownNothingIsShownNoPlace() {
        assertThat(NewestVisible.NOTHING.isNothing()).isTrue();
        assertThat(new NewestVisible(1, ConversationFixture.NOW).isNothing()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new NewestVisible(-1, ConversationFixture.NOW));
    }

    private static void refuse(long unread, long held, long heldFrom, long readUpTo) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiverState(unread, held, heldFrom, readUpTo));
    }
}
