package dev.parley.application.port.in.conversation;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;

/** One user writes to another, or to themselves. */
public interface SendMessageUseCase {

    /** The message, which is safe from now on. Held or visible: the sender is told the same. */
    Message send(Command command);

    /** @param receiver an existing user */
    record Command(UserId sender, UserId receiver, MessageContent content, Origin origin) {}
}
