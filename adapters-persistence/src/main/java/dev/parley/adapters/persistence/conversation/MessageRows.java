package dev.parley.adapters.persistence.conversation;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;

/** A row of {@code message} as the domain sees it. */
final class MessageRows {

    private MessageRows() {}

    static Message message(RowView row) {
        return new Message(
                row.getColumn("id", MessageId.class),
                row.getColumn("conversation_id", ConversationId.class),
                row.getColumn("place", Place.class),
                row.getColumn("sender_id", UserId.class),
                row.getColumn("receiver_id", UserId.class),
                row.getColumn("content", MessageContent.class),
                row.getColumn("sent_at", Instant.class),
                Optional.ofNullable(row.getColumn("visible_at", Instant.class)));
    }
}
