package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.ConversationFixture.ANNA;
import static dev.parley.domain.conversation.ConversationFixture.BO;
import static dev.parley.domain.conversation.ConversationFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.domain.conversation.Conversation.Release;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConversationTest {

    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Duration TICK = Duration.ofNanos(1000);
    private static final UserId CARLA = new UserId(3);

    private final ConversationFixture talk = ConversationFixture.betweenAnnaAndBo();

    @Test
    void nothingHasHappenedInANewOne() {
        Conversation begun = talk.head();

        assertThat(begun.lastPlace()).isZero();
        assertThat(begun.visibleCount()).isZero();
        assertThat(begun.holdsNothing()).isTrue();
        assertThat(begun.of(ANNA)).isEqualTo(ReceiverState.NEW);
        assertThat(begun.newestVisibleTo(ANNA)).isEqualTo(NewestVisible.NOTHING);
        assertThat(talk.read(ANNA, NOW)).isEmpty();
        assertThat(begun.release(BO, List.of(), NOW)).isEmpty();
    }

    @Test
    void aMessageTakesTheNextPlaceAndIsUnreadByItsReceiver() {
        talk.send(ANNA, BO, NOW);
        Message second = talk.send(ANNA, BO, LATER);

        assertThat(second.place()).isEqualTo(new Place(2));
        assertThat(second.conversation()).isEqualTo(talk.head().id());
        assertThat(second.content()).contains(new MessageContent("hello"));
        assertThat(second.sentAt()).isEqualTo(LATER);
        assertThat(second.visibleAt()).contains(LATER);
        assertThat(talk.head().of(BO)).isEqualTo(new ReceiverState(2, 0, 0, 0));
        assertThat(talk.head().of(ANNA)).isEqualTo(ReceiverState.NEW);
        assertThat(talk.head().visibleCount()).isEqualTo(2);
    }

    @Test
    void aMessageIsTheNewestThatBothAreShown() {
        talk.send(ANNA, BO, NOW);
        talk.send(BO, ANNA, LATER);

        assertThat(talk.head().newestVisibleTo(ANNA)).isEqualTo(new NewestVisible(2, LATER));
        assertThat(talk.head().newestVisibleTo(BO)).isEqualTo(new NewestVisible(2, LATER));
    }

    @Test
    void aBlockedSendersMessageIsHeldAndCountedApart() {
        talk.send(BO, ANNA, NOW);
        talk.block(BO);
        Message held = talk.send(ANNA, BO, NOW);
        talk.send(ANNA, BO, NOW);

        assertThat(held.isHeld()).isTrue();
        assertThat(held.isReleased()).isFalse();
        assertThat(talk.head().of(BO)).isEqualTo(new ReceiverState(0, 2, 2, 0));
        assertThat(talk.head().visibleCount()).isEqualTo(1);
        assertThat(talk.head().lastPlace()).isEqualTo(3);
        assertThat(talk.head().holdsNothing()).isFalse();
    }

    @Test
    void aHeldMessageIsShownToItsSenderAlone() {
        talk.block(BO);
        talk.send(ANNA, BO, NOW);

        assertThat(talk.head().newestVisibleTo(ANNA)).isEqualTo(new NewestVisible(1, NOW));
        assertThat(talk.head().newestVisibleTo(BO).isNothing()).isTrue();
    }

    @Test
    void theBlockerMayWriteAllTheSame() {
        talk.block(BO);
        Message message = talk.send(BO, ANNA, NOW);

        assertThat(message.isHeld()).isFalse();
        assertThat(talk.head().of(ANNA).unread()).isEqualTo(1);
    }

    @Test
    void eachSideHoldsForItself() {
        talk.block(ANNA);
        talk.block(BO);
        talk.send(ANNA, BO, NOW);
        talk.send(BO, ANNA, NOW);

        assertThat(talk.unblock(ANNA, LATER)).isPresent();

        assertThat(talk.head().of(BO)).isEqualTo(new ReceiverState(0, 1, 1, 0));
        assertThat(talk.head().of(ANNA)).isEqualTo(new ReceiverState(1, 0, 0, 0));
        assertThat(talk.head().holdsNothing()).isFalse();
        assertThat(talk.head().visibleCount()).isEqualTo(1);
    }

    @Test
    void nothingPassesWhatIsHeld() {
        talk.block(BO);
        talk.send(ANNA, BO, NOW);

        assertThatIllegalStateException()
                .isThrownBy(() -> talk.head().append(new MessageId(1), draft(ANNA, BO), false))
                .withMessageContaining("not released");
        assertThat(talk.head().append(new MessageId(1), draft(BO, ANNA), false).message())
                .matches(message -> !message.isHeld());
    }

    @Test
    void aReadingCoversEverythingVisible() {
        talk.send(ANNA, BO, NOW);
        talk.send(BO, ANNA, NOW);

        Optional<ReadReceipt> reading = talk.read(BO, LATER);

        assertThat(reading).contains(new ReadReceipt(talk.head().id(), BO, new Place(1), LATER));
        assertThat(talk.head().of(BO)).isEqualTo(new ReceiverState(0, 0, 0, 1));
        assertThat(talk.head().of(ANNA).unread()).isEqualTo(1);
        assertThat(talk.head().latestAt()).isEqualTo(LATER);
    }

    @Test
    void aReadingEndsBeforeWhatIsHeld() {
        talk.send(ANNA, BO, NOW);
        talk.send(BO, ANNA, NOW);
        talk.block(BO);
        talk.send(ANNA, BO, NOW);
        talk.send(BO, ANNA, NOW);

        assertThat(talk.read(BO, LATER)).map(ReadReceipt::upTo).contains(new Place(1));
        assertThat(talk.head().of(BO)).isEqualTo(new ReceiverState(0, 1, 3, 1));
    }

    @Test
    void aReadingNamesNoReplyThatIsHeldFromTheOther() {
        Message read = talk.send(ANNA, BO, NOW);
        talk.block(ANNA);
        Message held = talk.send(BO, ANNA, NOW);

        assertThat(talk.read(BO, held.place(), LATER)).map(ReadReceipt::upTo).contains(read.place());
        assertThat(talk.head().of(BO)).isEqualTo(new ReceiverState(0, 0, 0, 1));
        assertThat(talk.eventsOf(ANNA))
                .last()
                .extracting(EventDraft::change)
                .isEqualTo(new Change.ReceiptRead(talk.head().id(), read.place(), BO, LATER));
    }

    @Test
    void readingAgainReadsNothing() {
        talk.send(ANNA, BO, NOW);
        talk.read(BO, LATER);

        assertThat(talk.read(BO, LATER.plusSeconds(1))).isEmpty();
        assertThat(talk.read(BO, new Place(1), LATER.plusSeconds(1))).isEmpty();
    }

    @Test
    void ownMessagesHaveNoReadReceiptOfTheSender() {
        talk.send(ANNA, BO, NOW);

        assertThat(talk.read(ANNA, LATER)).isEmpty();
        assertThat(talk.read(ANNA, new Place(1), LATER)).isEmpty();
    }

    @Test
    void heldMessagesAreNotRead() {
        talk.block(BO);
        talk.send(ANNA, BO, NOW);

        assertThat(talk.read(BO, LATER)).isEmpty();
        assertThat(talk.read(BO, new Place(1), LATER)).isEmpty();
    }

    @Test
    void aReadingUpToAPlaceLeavesTheRestUnread() {
        sendFour();

        Optional<ReadReceipt> reading = talk.read(BO, new Place(3), LATER);

        assertThat(reading).contains(new ReadReceipt(talk.head().id(), BO, new Place(3), LATER));
        assertThat(talk.head().of(BO)).isEqualTo(new ReceiverState(1, 0, 0, 3));
        assertThat(talk.firstReadOf(talk.messages().get(2))).contains(LATER);
        assertThat(talk.firstReadOf(talk.messages().get(3))).isEmpty();
    }

    @Test
    void readingsOnlyGoForward() {
        sendFour();
        talk.read(BO, new Place(3), LATER);

        assertThat(talk.head().unreadUpTo(BO, new Place(2))).isEmpty();
        assertThat(talk.head().unreadUpTo(BO, new Place(3))).isEmpty();
        assertThat(talk.head().unreadUpTo(BO, new Place(4))).contains(span(4, 4));
    }

    @Test
    void aReadingUpToAPlaceBeyondTheEndEndsThere() {
        sendFour();

        assertThat(talk.head().unreadUpTo(BO, new Place(Long.MAX_VALUE))).contains(span(1, 4));
    }

    @Test
    void aReadingUpToAPlaceEndsBeforeWhatIsHeld() {
        sendFour();
        talk.block(BO);
        talk.send(ANNA, BO, NOW);
        Message beyond = talk.send(BO, ANNA, NOW);

        assertThat(talk.head().unreadUpTo(BO, beyond.place())).contains(span(1, 4));
    }

    @Test
    void aReadingThatCoversNothingToItsReaderIsNone() {
        talk.send(BO, ANNA, NOW);
        talk.send(ANNA, BO, NOW);

        assertThat(talk.head().unreadUpTo(BO, new Place(1))).contains(span(1, 1));
        assertThat(talk.read(BO, new Place(1), LATER)).isEmpty();
        assertThat(talk.head().of(BO)).isEqualTo(new ReceiverState(1, 0, 0, 0));
    }

    @Test
    void placesThatAReadingWouldNotNewlyCoverAreRefused() {
        sendFour();
        talk.read(BO, new Place(2), LATER); // which is from Bo: it reaches the first

        for (Conversation.Span places : List.of(span(1, 3), span(3, 3), span(3, 2), span(2, 5))) {
            assertThatIllegalArgumentException().isThrownBy(() -> talk.head().read(BO, places, received(1, 3), LATER));
        }
        assertThat(talk.head().read(BO, span(2, 3), received(1, 3), LATER).upTo())
                .isEqualTo(new Place(3));
    }

    @Test
    void aReadingDoesNotCoverMoreThanIsUnread() {
        sendFour();

        assertThatIllegalArgumentException().isThrownBy(() -> talk.head().read(BO, span(1, 4), received(4, 4), LATER));
    }

    @Test
    void whatIsReadLiesAtThePlacesOfTheReading() {
        sendFour();
        talk.read(BO, new Place(1), LATER);

        for (long beside : new long[] {1, 4}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> talk.head().read(BO, span(2, 3), received(1, beside), LATER));
        }
        assertThat(talk.head().read(BO, span(2, 3), received(1, 3), LATER).upTo())
                .isEqualTo(new Place(3));
    }

    @Test
    void whatWasReceivedIsSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> received(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> received(-1, 1));
    }

    @Test
    void aReleaseLetsTheHeldThroughUnread() {
        talk.block(BO);
        talk.send(ANNA, BO, NOW);
        talk.send(ANNA, BO, NOW);

        Release release = talk.unblock(BO, LATER).orElseThrow();

        assertThat(release.released())
                .containsExactly(new HeldMessage(new Place(1), NOW), new HeldMessage(new Place(2), NOW.plus(TICK)));
        assertThat(release.visibleAt()).isEqualTo(LATER);
        assertThat(talk.head().of(BO)).isEqualTo(new ReceiverState(2, 0, 0, 0));
        assertThat(talk.head().lastPlace()).isEqualTo(2);
        assertThat(talk.visible()).allMatch(Message::isReleased);
    }

    @Test
    void aReleaseShowsTheNewestAtItsOldTime() {
        talk.block(BO);
        talk.send(ANNA, BO, NOW);

        talk.unblock(BO, LATER);

        assertThat(talk.head().newestVisibleTo(BO)).isEqualTo(new NewestVisible(1, NOW));
    }

    @Test
    void aReleaseDoesNotHideWhatIsNewer() {
        talk.block(BO);
        talk.send(ANNA, BO, NOW);
        Message newer = talk.send(BO, ANNA, LATER);

        talk.unblock(BO, LATER.plusSeconds(1));

        assertThat(talk.head().newestVisibleTo(BO))
                .isEqualTo(new NewestVisible(newer.place().value(), LATER));
    }

    @Test
    void aReleaseOfOtherThanWhatIsHeldIsRefused() {
        talk.block(BO);
        Message held = talk.send(ANNA, BO, NOW);
        HeldMessage one = new HeldMessage(held.place(), held.sentAt());

        assertThatIllegalStateException().isThrownBy(() -> talk.head().release(BO, List.of(), LATER));
        assertThatIllegalStateException().isThrownBy(() -> talk.head().release(BO, List.of(one, one), LATER));
        assertThatIllegalStateException().isThrownBy(() -> talk.head().release(ANNA, List.of(one), LATER));
    }

    @Test
    void whatIsReleasedDoesNotChangeAfterwards() {
        talk.block(BO);
        Message held = talk.send(ANNA, BO, NOW);
        List<HeldMessage> listed = new ArrayList<>(List.of(new HeldMessage(held.place(), held.sentAt())));

        Release release = talk.head().release(BO, listed, LATER).orElseThrow();
        listed.clear();

        assertThat(release.released()).hasSize(1);
    }

    @Test
    void aReleasedMessageIsFirstReadAfterItsRelease() {
        Message visible = talk.send(ANNA, BO, NOW);
        talk.block(BO);
        talk.send(ANNA, BO, NOW);
        Instant firstReading = talk.read(BO, LATER).orElseThrow().readAt();
        talk.unblock(BO, LATER);
        Instant secondReading = talk.read(BO, LATER).orElseThrow().readAt();

        assertThat(secondReading).isAfter(firstReading);
        assertThat(talk.firstReadOf(visible)).contains(firstReading);
        assertThat(talk.firstReadOf(talk.messages().getLast())).contains(secondReading);
    }

    @Test
    void everyTimeIsLaterThanAllBeforeWhenTheClockStandsStill() {
        talk.send(ANNA, BO, NOW);
        talk.block(BO);
        Message held = talk.send(ANNA, BO, NOW);
        Instant read = talk.read(BO, NOW).orElseThrow().readAt();
        Instant released = talk.unblock(BO, NOW).orElseThrow().visibleAt();

        assertThat(held.sentAt()).isEqualTo(NOW.plus(TICK));
        assertThat(read).isEqualTo(NOW.plus(TICK.multipliedBy(2)));
        assertThat(released).isEqualTo(NOW.plus(TICK.multipliedBy(3)));
        assertThat(talk.head().latestAt()).isEqualTo(released);
    }

    @Test
    void everyTimeIsLaterThanAllBeforeWhenTheClockGoesBack() {
        talk.send(ANNA, BO, NOW);

        assertThat(talk.send(BO, ANNA, NOW.minusSeconds(3600)).sentAt()).isEqualTo(NOW.plus(TICK));
    }

    @Test
    void timesAreCutToMicroseconds() {
        assertThat(talk.send(ANNA, BO, NOW.plusNanos(999)).sentAt()).isEqualTo(NOW);
    }

    @Test
    void aNoteToOneselfIsReadByOneself() {
        ConversationFixture notes = new ConversationFixture(ANNA, ANNA);
        Message note = notes.send(ANNA, ANNA, NOW);
        assertThat(notes.head().of(ANNA)).isEqualTo(new ReceiverState(1, 0, 0, 0));
        assertThat(notes.head().newestVisibleTo(ANNA)).isEqualTo(new NewestVisible(1, NOW));

        notes.read(ANNA, LATER);

        assertThat(notes.head().of(ANNA)).isEqualTo(new ReceiverState(0, 0, 0, 1));
        assertThat(notes.head().higher()).isEqualTo(ParticipantState.NEW);
        assertThat(notes.firstReadOf(note)).contains(LATER);
    }

    @Test
    void whoBlocksThemselvesIsShownTheirNotesAndReadsThemOnceReleased() {
        ConversationFixture notes = new ConversationFixture(ANNA, ANNA);
        notes.block(ANNA);
        notes.send(ANNA, ANNA, NOW);
        assertThat(notes.head().newestVisibleTo(ANNA)).isEqualTo(new NewestVisible(1, NOW));
        assertThat(notes.head().of(ANNA)).isEqualTo(new ReceiverState(1, 1, 1, 0));
        assertThat(notes.head().unreadUpTo(ANNA, new Place(1))).isEmpty();
        assertThat(notes.read(ANNA, LATER)).isEmpty();

        notes.unblock(ANNA, LATER);

        assertThat(notes.head().of(ANNA)).isEqualTo(new ReceiverState(1, 0, 0, 0));
        assertThat(notes.read(ANNA, LATER)).isPresent();
    }

    @Test
    void aStrangerHasNoPartInIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> talk.send(ANNA, CARLA, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> talk.send(CARLA, ANNA, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> talk.read(CARLA, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> talk.read(CARLA, new Place(1), NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> talk.unblock(CARLA, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> talk.head().newestVisibleTo(CARLA));
    }

    /** To Bo, from Bo, to Bo, to Bo. */
    private void sendFour() {
        talk.send(ANNA, BO, NOW);
        talk.send(BO, ANNA, NOW);
        talk.send(ANNA, BO, NOW);
        talk.send(ANNA, BO, NOW);
    }

    private static MessageDraft draft(UserId sender, UserId receiver) {
        return new MessageDraft(sender, receiver, new MessageContent("hello"), NOW, Origin.operator());
    }

    private static Received received(long count, long newest) {
        return new Received(count, new Place(newest));
    }

    private static Conversation.Span span(long oldest, long newest) {
        return new Conversation.Span(new Place(oldest), new Place(newest));
    }
}
