package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.Talk.ANNA;
import static dev.parley.domain.conversation.Talk.BO;
import static dev.parley.domain.conversation.Talk.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConversationTest {

    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Duration TICK = Duration.ofNanos(1000);

    private final Talk talk = Talk.betweenAnnaAndBo();

    @Test
    void nothingHasHappenedInANewOne() {
        Conversation begun = talk.head();

        assertThat(begun.lastPlace()).isZero();
        assertThat(begun.visibleCount()).isZero();
        assertThat(begun.holdsNothing()).isTrue();
        assertThat(begun.of(ANNA)).isEqualTo(ReceiverState.NEW);
        assertThat(begun.read(ANNA, NOW)).isEmpty();
        assertThat(begun.release(BO, NOW)).isEmpty();
    }

    @Test
    void aMessageTakesTheNextPlaceAndIsUnreadByItsReceiver() {
        talk.send(ANNA, BO, NOW);
        Message second = talk.send(ANNA, BO, LATER);

        assertThat(second.place()).isEqualTo(new Place(2));
        assertThat(second.conversation()).isEqualTo(talk.head().id());
        assertThat(second.sentAt()).isEqualTo(LATER);
        assertThat(second.visibleAt()).contains(LATER);
        assertThat(talk.head().of(BO)).isEqualTo(new ReceiverState(2, 0, 0));
        assertThat(talk.head().of(ANNA)).isEqualTo(ReceiverState.NEW);
        assertThat(talk.head().visibleCount()).isEqualTo(2);
    }

    @Test
    void aBlockedSendersMessageIsHeldAndCountedApart() {
        Message held = talk.hold(ANNA, BO, NOW);

        assertThat(held.isHeld()).isTrue();
        assertThat(held.isReleased()).isFalse();
        assertThat(talk.head().of(BO)).isEqualTo(new ReceiverState(0, 1, 0));
        assertThat(talk.head().visibleCount()).isZero();
        assertThat(talk.head().lastPlace()).isEqualTo(1);
        assertThat(talk.head().holdsNothing()).isFalse();
    }

    @Test
    void eachSideHoldsForItself() {
        talk.hold(ANNA, BO, NOW);
        talk.hold(BO, ANNA, NOW);

        assertThat(talk.release(ANNA, LATER)).isPresent();

        assertThat(talk.head().of(BO).held()).isEqualTo(1);
        assertThat(talk.head().holdsNothing()).isFalse();
        assertThat(talk.head().visibleCount()).isEqualTo(1);
    }

    @Test
    void aReadingCoversEverythingVisible() {
        talk.send(ANNA, BO, NOW);
        talk.send(BO, ANNA, NOW);

        Optional<ReadReceipt> reading = talk.read(BO, LATER);

        assertThat(reading).contains(new ReadReceipt(talk.head().id(), BO, new Place(2), LATER));
        assertThat(talk.head().of(BO)).isEqualTo(new ReceiverState(0, 0, 2));
        assertThat(talk.head().of(ANNA).unread()).isEqualTo(1);
        assertThat(talk.head().latestAt()).isEqualTo(LATER);
    }

    @Test
    void readingAgainReadsNothing() {
        talk.send(ANNA, BO, NOW);
        talk.read(BO, LATER);

        assertThat(talk.read(BO, LATER.plusSeconds(1))).isEmpty();
    }

    @Test
    void nobodyReadsWhatTheyHaveSent() {
        talk.send(ANNA, BO, NOW);

        assertThat(talk.read(ANNA, LATER)).isEmpty();
    }

    @Test
    void heldMessagesAreNotRead() {
        talk.hold(ANNA, BO, NOW);

        assertThat(talk.read(BO, LATER)).isEmpty();
    }

    @Test
    void aReleaseLetsTheHeldThroughUnread() {
        talk.hold(ANNA, BO, NOW);
        talk.hold(ANNA, BO, NOW);

        Conversation.Release release = talk.release(BO, LATER).orElseThrow();

        assertThat(release.count()).isEqualTo(2);
        assertThat(release.visibleAt()).isEqualTo(LATER);
        assertThat(talk.head().of(BO)).isEqualTo(new ReceiverState(2, 0, 0));
        assertThat(talk.head().lastPlace()).isEqualTo(2);
        assertThat(talk.visible()).allMatch(Message::isReleased);
    }

    @Test
    void aReleasedMessageIsFirstReadAfterItsRelease() {
        talk.hold(ANNA, BO, NOW);
        talk.send(BO, ANNA, NOW);
        Message visible = talk.send(ANNA, BO, NOW);
        Instant firstReading = talk.read(BO, LATER).orElseThrow().readAt();
        talk.release(BO, LATER);
        Instant secondReading = talk.read(BO, LATER).orElseThrow().readAt();

        assertThat(secondReading).isAfter(firstReading);
        assertThat(talk.firstReadOf(visible)).contains(firstReading);
        assertThat(talk.firstReadOf(talk.messages().getFirst())).contains(secondReading);
    }

    @Test
    void everyTimeIsLaterThanAllBeforeWhenTheClockStandsStill() {
        talk.send(ANNA, BO, NOW);
        talk.hold(ANNA, BO, NOW);
        Instant read = talk.read(BO, NOW).orElseThrow().readAt();
        Instant released = talk.release(BO, NOW).orElseThrow().visibleAt();

        assertThat(talk.messages().get(1).sentAt()).isEqualTo(NOW.plus(TICK));
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
        Talk notes = new Talk(ANNA, ANNA);
        Message note = notes.send(ANNA, ANNA, NOW);
        assertThat(notes.head().of(ANNA)).isEqualTo(new ReceiverState(1, 0, 0));

        notes.read(ANNA, LATER);

        assertThat(notes.head().of(ANNA)).isEqualTo(new ReceiverState(0, 0, 1));
        assertThat(notes.head().higher()).isEqualTo(ReceiverState.NEW);
        assertThat(notes.firstReadOf(note)).contains(LATER);
    }

    @Test
    void aStrangerHasNoPartInIt() {
        UserId carla = new UserId(3);

        assertThatIllegalArgumentException().isThrownBy(() -> talk.send(ANNA, carla, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> talk.read(carla, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> talk.release(carla, NOW));
    }

    @Test
    void countsAreNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiverState(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiverState(0, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiverState(0, 0, -1));
    }

    @Test
    void aMessageIsNotVisibleBeforeItIsSent() {
        Message message = talk.send(ANNA, BO, NOW);

        assertThatIllegalArgumentException().isThrownBy(() -> Talk.visibleAt(message, NOW.minus(TICK)));
        assertThat(Talk.visibleAt(message, NOW).isReleased()).isFalse();
    }
}
