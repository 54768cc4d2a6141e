package dev.parley.adapters.rest.legacy.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message. The misspelt {@code reciever} is part of the legacy API.
 *
 * @param content empty once the sender has erased their account: clients of the legacy API expect a string
 */
@JsonPropertyOrder({"id", "sender", "reciever", "content", "creation_datetime", "read_datetime"})
public record LegacyMessageResponse(
        long id,
        long sender,
        long reciever,
        String content,
        @JsonProperty("creation_datetime") String creationDatetime,
        @JsonProperty("read_datetime") @Nullable String readDatetime)
        implements LegacyBody {

    public static LegacyMessageResponse of(Message message, Optional<Instant> readAt) {
        return new LegacyMessageResponse(
                message.id().value(),
                message.sender().value(),
                message.receiver().value(),
                message.content().map(MessageContent::value).orElse(""),
                LegacyTime.of(message.sentAt()),
                readAt.map(LegacyTime::of).orElse(null));
    }

    @Override
    public String toString() {
        return "MessageResponse[" + id + "]";
    }
}
