package dev.parley.adapters.rest.v1.message;

import dev.parley.adapters.rest.v1.description.Field;
import dev.parley.adapters.rest.v1.description.Kind;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.user.Username;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message, the same to both of its two. Nothing of it tells whether it is held or was: the sender would see a block.
 *
 * @param content null once the sender has erased their account
 * @param status {@code sent}, or {@code erased} if the content is gone
 */
public record MessageResponse(
        @Field(value = "Names the message.", kind = Kind.ID) String id,

        @Field(value = "Who wrote it.", kind = Kind.USERNAME, example = "\"ann\"")
        String sender,

        @Field(value = "To whom.", kind = Kind.USERNAME) String receiver,

        @Field(value = "What it says; null once its sender has erased their account.", kind = Kind.CONTENT) @Nullable String content,

        @Field("When it was written.") Instant sentAt,

        @Field(
                value = "`erased` if the content is gone.",
                oneOf = {SENT, ERASED},
                example = "\"sent\"")
        String status)
        implements V1Body {

    private static final String SENT = "sent";
    private static final String ERASED = "erased";

    public static MessageResponse of(Message message, Username sender, Username receiver) {
        return new MessageResponse(
                MessageName.of(message.id()),
                sender.value(),
                receiver.value(),
                message.content().map(MessageContent::value).orElse(null),
                message.sentAt(),
                message.content().isPresent() ? SENT : ERASED);
    }

    @Override
    public String toString() {
        return "MessageResponse[" + id + "]";
    }
}
