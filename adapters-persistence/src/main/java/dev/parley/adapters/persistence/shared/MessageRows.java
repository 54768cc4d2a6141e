package dev.parley.adapters.persistence.shared;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.mapper.RowMapper;

/** The columns of {@code message}, and the mappers of its rows. */
public final class MessageRows {

    public static final String COLUMNS =
            "conversation_id, place, id, sender_id, receiver_id, content, sent_at, visible_at";

    private static final String PREFIX = "message_";

    /** The columns of a table or alias {@code message} in a join, for {@link #JOINED_MESSAGES} and {@link #findJoined}. */
    public static final String JOINED_COLUMNS = Rows.joined("message", PREFIX, COLUMNS);

    /** Maps rows with {@link #COLUMNS}. */
    public static final RowMapper<Message> MESSAGES = (row, context) -> read(row, "");

    /** Maps rows with {@link #JOINED_COLUMNS}. */
    public static final RowMapper<Message> JOINED_MESSAGES = (row, context) -> read(row, PREFIX);

    /** The stored content of an erased message. */
    private static final String ERASED = "";

    private MessageRows() {}

    /** Maps a row with {@link #JOINED_COLUMNS}; empty if the outer join found no message. */
    public static Optional<Message> findJoined(ResultSet row) throws SQLException {
        return row.getObject(PREFIX + "id") == null ? Optional.empty() : Optional.of(read(row, PREFIX));
    }

    private static Message read(ResultSet row, String prefix) throws SQLException {
        return new Message(
                new MessageId(row.getLong(prefix + "id")),
                new ConversationId(row.getLong(prefix + "conversation_id")),
                new Place(row.getLong(prefix + "place")),
                new UserId(row.getLong(prefix + "sender_id")),
                new UserId(row.getLong(prefix + "receiver_id")),
                Optional.of(row.getString(prefix + "content"))
                        .filter(Predicate.not(ERASED::equals))
                        .map(MessageContent::new),
                Rows.time(row, prefix + "sent_at"),
                Rows.optionalTime(row, prefix + "visible_at"));
    }

    /** What is stored for the content. */
    public static String content(Message message) {
        return message.content().map(MessageContent::value).orElse(ERASED);
    }
}
