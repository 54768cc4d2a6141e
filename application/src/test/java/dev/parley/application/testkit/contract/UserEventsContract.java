package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.event.EventLogState;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Contract for event logs: events are read in their order, with the current state of their messages. */
public abstract class UserEventsContract extends WithStores {

    private static final UserId UNKNOWN = new UserId(Long.MAX_VALUE);

    @Test
    protected void logIsEmptyInitially() {
        UserId anna = registered("anna");
        EventLogState nothing = new EventLogState(stores.epochs().current(), 1, 0);

        assertThat(stores.events().state(anna)).isEqualTo(nothing);
        assertThat(stores.events().state(UNKNOWN)).isEqualTo(nothing);
        assertThat(eventsOf(anna)).isEmpty();
        assertThat(eventsOf(UNKNOWN)).isEmpty();
    }

    @Test
    protected void everyChangeIsReadUnchanged() {
        UserId anna = registered("anna");
        Message message = send(registered("bo"), registered("carla"), "hello");
        List<Change> changes = changesAround(message);

        append(changes.stream()
                .map(change -> new EventDraft(anna, NOW.plusNanos(7000), change))
                .toArray(EventDraft[]::new));

        assertThat(eventsOf(anna))
                .containsExactlyElementsOf(IntStream.range(0, changes.size())
                        .mapToObj(i -> new UserEvent(anna, i + 1, NOW.plusNanos(7000), changes.get(i)))
                        .toList());
    }

    static List<Change> changesAround(Message message) {
        return List.of(
                new Change.MessageCreated(message.conversation(), message.place(), message.sender()),
                new Change.MessageReleased(message.conversation(), message.place(), message.sender()),
                new Change.ReceiptRead(
                        message.conversation(), message.place(), message.receiver(), NOW.plusNanos(3000)),
                new Change.ConversationRead(
                        message.conversation(), message.place(), message.sender(), NOW.plusNanos(4000), 3),
                new Change.BlockCreated(message.sender()),
                new Change.BlockRemoved(message.receiver()),
                new Change.SessionRevoked(new SessionId(Long.MAX_VALUE)),
                new Change.UserErased(message.sender()));
    }

    @Nested
    final class Numbering extends UserEventNumbering {
        @Override
        protected Stores openStores() {
            return UserEventsContract.this.stores;
        }
    }

    @Nested
    final class Forgetting extends UserEventForgetting {
        @Override
        protected Stores openStores() {
            return UserEventsContract.this.stores;
        }
    }
}
