package dev.parley.application.port.in.conversation;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.user.Names;
import dev.parley.domain.user.Username;

/**
 * A message as users see it, with the names of its sender and receiver.
 *
 * @param message without its content if its sender is erased
 */
public record NamedMessage(Message message, Username sender, Username receiver) {

    /** @throws java.util.NoSuchElementException if a name is not among them */
    public static NamedMessage of(Message message, Names names) {
        Username sender = names.of(message.sender());
        return new NamedMessage(message.shownAsFrom(sender), sender, names.of(message.receiver()));
    }
}
