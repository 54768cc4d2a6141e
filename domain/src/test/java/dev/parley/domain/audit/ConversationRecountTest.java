package dev.parley.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.NewestVisible;
import dev.parley.domain.conversation.ParticipantState;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.conversation.ReceiverState;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConversationRecountTest {

    private static final Instant NOW = Instant.parse("2026-11-25T04:00:00.000001Z");
    private static final UserId ANNA = new UserId(1);
    private static final UserId BO = new UserId(2);
    private static final ConversationId ID = new ConversationId(7);

    private final MessageOutline read = visible(1, ANNA, BO, at(1));
    private final MessageOutline back = visible(2, BO, ANNA, at(2));
    private final MessageOutline unread = visible(3, ANNA, BO, at(4));
    private final MessageOutline held = new MessageOutline(new Place(4), ANNA, BO, at(5), Optional.empty());
    private final ReadReceipt reading = new ReadReceipt(ID, BO, new Place(1), at(3));

    private final ParticipantState anna =
            new ParticipantState(new ReceiverState(1, 0, 0, 0), new NewestVisible(4, at(5)));
    private final ParticipantState bo =
            new ParticipantState(new ReceiverState(1, 1, 4, 1), new NewestVisible(3, at(4)));

    @Test
    void matchingCountsAreConsistent() {
        assertThat(findings(kept(4, anna, bo), List.of(reading), read, back, unread, held))
                .isEmpty();
    }

    @Test
    void wrongStateIsFoundForEitherParticipant() {
        ParticipantState wrong = new ParticipantState(new ReceiverState(2, 0, 0, 0), anna.shown());

        assertThat(findings(kept(4, wrong, bo), List.of(reading), read, back, unread, held))
                .singleElement()
                .satisfies(finding -> assertThat(finding.where()).isEqualTo("conversation 7, state of the lower user"))
                .satisfies(finding ->
                        assertThat(finding.toString()).contains("stored", "unread=2", "expected", "unread=1"));
        assertThat(findings(kept(4, anna, anna), List.of(reading), read, back, unread, held))
                .extracting(Inconsistency::where)
                .containsExactly("conversation 7, state of the higher user");
    }

    @Test
    void messageReleasedAfterTheReadReceiptIsUnread() {
        MessageOutline released = new MessageOutline(new Place(3), ANNA, BO, at(2), Optional.of(at(9)));
        ReadReceipt beyond = new ReadReceipt(ID, BO, new Place(3), at(3));
        ParticipantState receiver = new ParticipantState(new ReceiverState(1, 0, 0, 1), new NewestVisible(3, at(2)));
        ParticipantState sender = new ParticipantState(new ReceiverState(1, 0, 0, 0), new NewestVisible(3, at(2)));

        assertThat(findings(kept(3, sender, receiver), List.of(beyond), read, back, released))
                .isEmpty();
    }

    @Test
    void readReceiptReachesTheNewestReceivedMessageWithinItsPlace() {
        ReadReceipt old = new ReadReceipt(ID, BO, new Place(2), at(3));

        assertThat(findings(kept(4, anna, bo), List.of(old), read, back, unread, held))
                .isEmpty();
    }

    @Test
    void aMissingMessageIsFound() {
        assertThat(findings(kept(4, anna, bo), List.of(reading), read, back, held))
                .extracting(Inconsistency::where)
                .contains("conversation 7, place");
    }

    @Test
    void aWrongLastPlaceIsFound() {
        assertThat(findings(kept(5, anna, bo), List.of(reading), read, back, unread, held))
                .containsExactly(new Inconsistency("conversation 7, last place", "5", "4"));
    }

    @Test
    void readReceiptsThatGoBackAreFound() {
        ReadReceipt further = new ReadReceipt(ID, BO, new Place(3), at(5));
        ReadReceipt lower = new ReadReceipt(ID, BO, new Place(1), at(8));

        assertThat(findings(kept(4, anna, bo), List.of(lower, further), read, back, unread, held))
                .extracting(Inconsistency::where)
                .contains("conversation 7, read receipts of user 2");
    }

    @Test
    void readReceiptBeyondAHeldMessageIsFound() {
        ReadReceipt beyond = new ReadReceipt(ID, BO, new Place(4), at(8));

        assertThat(findings(kept(4, anna, bo), List.of(beyond), read, back, unread, held))
                .extracting(Inconsistency::where)
                .containsExactly("conversation 7, state of the higher user");
    }

    @Test
    void notesToOneselfAreCountedForTheLowerUserOnly() {
        MessageOutline note = visible(1, ANNA, ANNA, at(1));
        Conversation kept = new Conversation(
                ID,
                Participants.of(ANNA, ANNA),
                1,
                new ParticipantState(new ReceiverState(1, 0, 0, 0), new NewestVisible(1, at(1))),
                ParticipantState.NEW,
                at(1));
        ReadReceipt back = new ReadReceipt(ID, ANNA, new Place(1), at(2));

        assertThat(findings(kept, List.of(), note)).isEmpty();
        assertThat(findings(kept, List.of(back), note)).hasSize(1);
    }

    @Test
    void heldNoteToOneselfIsUnread() {
        MessageOutline note = new MessageOutline(new Place(1), ANNA, ANNA, at(1), Optional.empty());
        ParticipantState state = new ParticipantState(new ReceiverState(1, 1, 1, 0), new NewestVisible(1, at(1)));
        Conversation kept = new Conversation(ID, Participants.of(ANNA, ANNA), 1, state, ParticipantState.NEW, at(1));

        assertThat(findings(kept, List.of(), note)).isEmpty();
    }

    @Test
    void gapInEventNumbersIsFound() {
        assertThat(new EventTally(ANNA, 0, 0, 0, 0).finding()).isEmpty();
        assertThat(new EventTally(ANNA, 9, 0, 0, 0).finding()).isEmpty();
        assertThat(new EventTally(ANNA, 9, 4, 9, 6).finding()).isEmpty();
        assertThat(new EventTally(ANNA, 9, 4, 9, 5).finding())
                .contains(new Inconsistency("events of user 1", "5 from 4 to 9", "every number from 4 to 9"));
        assertThat(new EventTally(ANNA, 9, 4, 8, 5).finding()).isPresent();
    }

    private static List<Inconsistency> findings(
            Conversation kept, List<ReadReceipt> receipts, MessageOutline... messages) {
        ConversationRecount recount = ConversationRecount.begin(kept, receipts);
        for (MessageOutline message : messages) {
            recount = recount.with(message);
        }
        return recount.result();
    }

    private static Conversation kept(long lastPlace, ParticipantState lower, ParticipantState higher) {
        return new Conversation(ID, Participants.of(ANNA, BO), lastPlace, lower, higher, at(9));
    }

    private static MessageOutline visible(long place, UserId sender, UserId receiver, Instant at) {
        return new MessageOutline(new Place(place), sender, receiver, at, Optional.of(at));
    }

    private static Instant at(long seconds) {
        return NOW.plusSeconds(seconds);
    }
}
