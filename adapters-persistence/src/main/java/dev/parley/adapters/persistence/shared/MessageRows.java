package dev.parley.adapters.persistence.shared;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.result.RowView;

/** A row of {@code message} as the domain sees it. */
public final class MessageRows {

    /** What stands where a content was. */
    private static final String ERASED = "";

    private MessageRows() {}

    /** All columns of a message by their names. */
    public static Message message(RowView row) {
        return read(row, "");
    }

    /**
     * Of a row that has a message beside something else: its columns by their names, with {@code prefix} before each.
     *
     * @return empty if the row was joined with none
     */
    public static Optional<Message> message(RowView row, String prefix) {
        return Optional.ofNullable(row.getColumn(prefix + "id", MessageId.class))
                .map(id -> read(row, prefix));
    }

    private static Message read(RowView row, String prefix) {
        return new Message(
                row.getColumn(prefix + "id", MessageId.class),
                row.getColumn(prefix + "conversation_id", ConversationId.class),
                row.getColumn(prefix + "place", Place.class),
                row.getColumn(prefix + "sender_id", UserId.class),
                row.getColumn(prefix + "receiver_id", UserId.class),
                Optional.of(row.getColumn(prefix + "content", String.class))
                        .filter(Predicate.not(ERASED::equals))
                        .map(MessageContent::new),
                row.getColumn(prefix + "sent_at", Instant.class),
                Optional.ofNullable(row.getColumn(prefix + "visible_at", Instant.class)));
    }

    /** What is stored for the content. */
    public static String content(Message message) {
        return message.content().map(MessageContent::value).orElse(ERASED);
    }
}
