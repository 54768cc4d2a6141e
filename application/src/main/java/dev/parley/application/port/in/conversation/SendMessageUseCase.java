package dev.parley.application.port.in.conversation;

import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;
import java.util.Optional;

/** A user sends a message to another user, or a note to themselves. The rules: {@link dev.parley.domain.sending.SendPlanner}. */
public interface SendMessageUseCase {

    SendResult send(Command command);

    /** @param key by which Parley recognises a repeat; without one every send is a new message */
    record Command(
            UserId sender, UserId receiver, MessageContent content, Optional<IdempotencyKey> key, Origin origin) {}
}
