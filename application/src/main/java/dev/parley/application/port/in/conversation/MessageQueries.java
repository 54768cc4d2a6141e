package dev.parley.application.port.in.conversation;

import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.user.UserId;
import java.util.Optional;

/** Looks up messages. Looking one up does not mark it as read. */
public interface MessageQueries {

    /** Empty if the message does not exist or is not visible to the viewer, who cannot tell which. */
    Optional<NamedMessage> find(UserId viewer, MessageId message);
}
