package dev.parley.adapters.rest.v1.message;

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
        String id, String sender, String receiver, @Nullable String content, Instant sentAt, String status)
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
