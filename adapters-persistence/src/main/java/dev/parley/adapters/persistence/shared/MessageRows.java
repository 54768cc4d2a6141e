package dev.parley.adapters.persistence.shared;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import java.util.Optional;
import java.util.function.Predicate;

/** A row of {@code message} as the domain sees it. */
public final class MessageRows {

    /** What stands where a content was. */
    private static final String ERASED = "";

    private MessageRows() {}

    /** All columns of a message by their names. */
    public static Message message(Row row) {
        return read(row, "");
    }

    /**
     * Of a row that has a message beside something else: its columns by their names, with {@code prefix} before each.
     *
     * @return empty if the row was joined with none
     */
    public static Optional<Message> message(Row row, String prefix) {
        return row.optionalBigint(prefix + "id").map(id -> read(row, prefix));
    }

    private static Message read(Row row, String prefix) {
        return new Message(
                new MessageId(row.bigint(prefix + "id")),
                new ConversationId(row.bigint(prefix + "conversation_id")),
                new Place(row.bigint(prefix + "place")),
                new UserId(row.bigint(prefix + "sender_id")),
                new UserId(row.bigint(prefix + "receiver_id")),
                Optional.of(row.text(prefix + "content"))
                        .filter(Predicate.not(ERASED::equals))
                        .map(MessageContent::new),
                row.time(prefix + "sent_at"),
                row.optionalTime(prefix + "visible_at"));
    }

    /** What is stored for the content. */
    public static String content(Message message) {
        return message.content().map(MessageContent::value).orElse(ERASED);
    }
}
