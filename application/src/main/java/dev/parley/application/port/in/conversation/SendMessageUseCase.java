package dev.parley.application.port.in.conversation;

import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;
import java.util.Optional;

/** One user writes to another, or to themselves. */
public interface SendMessageUseCase {

    Result send(Command command);

    /** @param key by which a repeat is recognised; without one every send is a new one */
    record Command(
            UserId sender, UserId receiver, MessageContent content, Optional<IdempotencyKey> key, Origin origin) {}

    /** What came of it. */
    sealed interface Result {

        /**
         * The message is safe from now on. Held or visible: the sender is told the same.
         *
         * @param replayed whether this answers a repeat, for which nothing was stored
         */
        record Sent(Message message, boolean replayed) implements Result {}

        /** The sender has used the key for another send. */
        record KeyReused() implements Result {}

        /** The sender is no longer there: they were erased while they sent it. */
        record NoSuchSender() implements Result {}

        /** The receiver is not there, or is no longer. */
        record NoSuchUser() implements Result {}
    }
}
