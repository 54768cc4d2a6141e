package dev.parley.adapters.rest.v1.message;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.application.port.in.conversation.NamedMessage;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.user.Username;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message, equal for its sender and its receiver. It does not reveal whether it is or was held: that would reveal a
 * block.
 *
 * @param content null if the sender's account has been erased
 * @param status {@code sent}, or {@code erased} without content
 */
public record MessageResponse(
        String id, String sender, String receiver, @Nullable String content, Instant sentAt, String status)
        implements V1Body {

    private static final String SENT = "sent";
    private static final String ERASED = "erased";

    public static MessageResponse of(NamedMessage named) {
        return of(named.message(), named.sender(), named.receiver());
    }

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
