package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.out.audit.StateAudit;
import dev.parley.domain.audit.EventTally;
import dev.parley.domain.audit.MessageOutline;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract for full scans: every row is listed once, in order, including held messages. */
public abstract class StateAuditContract extends WithStores {

    private static final int MANY = 100;

    private StateAudit audit;
    private UserId anna;
    private UserId bo;
    private UserId carla;

    @BeforeEach
    protected void register() {
        audit = stores.audit();
        anna = registered("anna");
        bo = registered("bo");
        carla = registered("carla");
    }

    @Test
    protected void everyConversationIsListedOnce() {
        send(anna, bo, "one");
        send(carla, anna, "two");
        send(bo, bo, "three");

        List<Conversation> all = audit.listConversations(Optional.empty(), MANY);
        List<Conversation> first = audit.listConversations(Optional.empty(), 2);
        List<Conversation> rest =
                audit.listConversations(Optional.of(first.getLast().id()), 2);

        assertThat(all)
                .containsExactlyInAnyOrder(
                        conversation(anna, bo).orElseThrow(),
                        conversation(anna, carla).orElseThrow(),
                        conversation(bo, bo).orElseThrow());
        assertThat(all).extracting(found -> found.id().value()).isSorted();
        assertThat(first).isEqualTo(all.subList(0, 2));
        assertThat(rest).isEqualTo(all.subList(2, 3));
    }

    @Test
    protected void messagesAreListedInOrderIncludingHeldOnes() {
        Message seen = send(anna, bo, "seen");
        block(bo, anna);
        Message held = send(anna, bo, "held");
        Message back = send(bo, anna, "back");

        List<MessageOutline> all = audit.listMessages(seen.conversation(), 0, MANY);

        assertThat(all).containsExactly(outline(seen), outline(held), outline(back));
        assertThat(audit.listMessages(seen.conversation(), 1, 1)).containsExactly(outline(held));
        assertThat(audit.listMessages(seen.conversation(), 3, MANY)).isEmpty();
        assertThat(audit.listMessages(new ConversationId(1_000_000), 0, MANY)).isEmpty();
    }

    @Test
    protected void everyReadReceiptOfAConversationIsListed() {
        Message message = send(anna, bo, "hello");
        ReadReceipt first = new ReadReceipt(message.conversation(), bo, new Place(1), NOW.plusSeconds(1));
        ReadReceipt second = new ReadReceipt(message.conversation(), anna, new Place(1), NOW.plusSeconds(2));
        inUnitOfWork(() -> stores.receipts().add(first));
        inUnitOfWork(() -> stores.receipts().add(second));

        assertThat(audit.listReadings(message.conversation())).containsExactlyInAnyOrder(first, second);
        assertThat(audit.listReadings(new ConversationId(1_000_000))).isEmpty();
    }

    @Test
    protected void everyUserHasAnEventTallyEvenWithoutEvents() {
        send(anna, bo, "one");
        send(anna, anna, "two");

        assertThat(audit.tallyEvents(Optional.empty(), MANY))
                .containsExactly(
                        new EventTally(anna, 2, 1, 2, 2),
                        new EventTally(bo, 1, 1, 1, 1),
                        new EventTally(carla, 0, 0, 0, 0));
        assertThat(audit.tallyEvents(Optional.of(anna), 1)).containsExactly(new EventTally(bo, 1, 1, 1, 1));
    }

    @Test
    protected void deletedEventsAreNotCounted() {
        send(anna, anna, "old", NOW);
        send(anna, anna, "new", NOW.plusSeconds(60));

        stores.events().removeBefore(NOW.plusSeconds(30));

        assertThat(audit.tallyEvents(Optional.empty(), 1)).containsExactly(new EventTally(anna, 2, 2, 2, 1));
    }

    @Test
    protected void limitsOutOfRangeAreRejected() {
        for (int limit : new int[] {0, StateAudit.MAX_PAGE + 1}) {
            assertThatIllegalArgumentException().isThrownBy(() -> audit.listConversations(Optional.empty(), limit));
            assertThatIllegalArgumentException().isThrownBy(() -> audit.listMessages(new ConversationId(1), 0, limit));
            assertThatIllegalArgumentException().isThrownBy(() -> audit.tallyEvents(Optional.empty(), limit));
        }
    }

    private static MessageOutline outline(Message message) {
        return new MessageOutline(
                message.place(), message.sender(), message.receiver(), message.sentAt(), message.visibleAt());
    }
}
