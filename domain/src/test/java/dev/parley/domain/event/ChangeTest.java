package dev.parley.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChangeTest {

    private static final UserId OTHER = new UserId(17);
    private static final ConversationId CONVERSATION = new ConversationId(3);
    private static final Place PLACE = new Place(4);

    @Test
    void changeRefersToTheOtherUser() {
        List<Change> changes = List.of(
                new Change.MessageCreated(CONVERSATION, PLACE, OTHER),
                new Change.MessageReleased(CONVERSATION, PLACE, OTHER),
                new Change.ReceiptRead(CONVERSATION, PLACE, OTHER, Instant.EPOCH),
                new Change.ConversationRead(CONVERSATION, PLACE, OTHER, Instant.EPOCH, 1),
                new Change.BlockCreated(OTHER),
                new Change.BlockRemoved(OTHER),
                new Change.UserErased(OTHER));

        assertThat(changes).extracting(change -> change.other().orElseThrow()).containsOnly(OTHER);
    }

    @Test
    void sessionRevokedRefersToNoOtherUser() {
        assertThat(new Change.SessionRevoked(new SessionId(5)).other()).isEmpty();
    }
}
