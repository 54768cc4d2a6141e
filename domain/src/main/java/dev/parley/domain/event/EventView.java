package dev.parley.domain.event;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.Names;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as its user sees it. {@link Change} stores ids; this form has the names and contents that were current when the
 * event was read.
 *
 * @param seq as in {@link UserEvent}
 */
public record EventView(long seq, Instant at, Payload payload) {

    /**
     * @param message the message to which the event refers, if any
     * @param names names of the user of the event and of the users that it refers to
     */
    public static EventView of(UserEvent event, Optional<Message> message, Names names) {
        return new EventView(event.seq(), event.at(), payload(event.change(), message, names));
    }

    private static Payload payload(Change change, Optional<Message> message, Names names) {
        return switch (change) {
            case Change.MessageCreated(var conversation, var place, UserId peer) -> {
                Message shown = shown(message, names);
                yield new Payload.MessageCreated(
                        names.of(peer), shown, names.of(shown.sender()), names.of(shown.receiver()));
            }
            case Change.MessageReleased(var conversation, var place, UserId peer) -> {
                Message shown = shown(message, names);
                yield new Payload.MessageReleased(
                        names.of(peer), shown, names.of(shown.sender()), names.of(shown.receiver()));
            }
            case Change.ReceiptRead(var conversation, var upTo, UserId reader, Instant readAt) ->
                new Payload.ReceiptRead(names.of(reader), message.orElseThrow().id(), readAt);
            case Change.ConversationRead(var conversation, var upTo, UserId peer, Instant readAt, long unread) ->
                new Payload.ConversationRead(
                        names.of(peer), message.orElseThrow().id(), readAt, unread);
            case Change.BlockCreated(UserId blocked) -> new Payload.BlockCreated(names.of(blocked));
            case Change.BlockRemoved(UserId blocked) -> new Payload.BlockRemoved(names.of(blocked));
            case Change.SessionRevoked(SessionId session) -> new Payload.SessionRevoked(session);
            case Change.UserErased(UserId peer) -> new Payload.UserErased(names.of(peer));
        };
    }

    private static Message shown(Optional<Message> message, Names names) {
        Message stored = message.orElseThrow();
        return stored.shownAsFrom(names.of(stored.sender()));
    }

    /** One record for each record of {@link Change}. */
    public sealed interface Payload {

        /** The user of the event is the sender or the receiver of the message. */
        record MessageCreated(Username peer, Message message, Username sender, Username receiver) implements Payload {}

        record MessageReleased(Username peer, Message message, Username sender, Username receiver) implements Payload {}

        record ReceiptRead(Username peer, MessageId readUpTo, Instant readAt) implements Payload {}

        record ConversationRead(Username peer, MessageId readUpTo, Instant readAt, long unread) implements Payload {}

        record BlockCreated(Username blocked) implements Payload {}

        record BlockRemoved(Username blocked) implements Payload {}

        record SessionRevoked(SessionId session) implements Payload {}

        /** @param peer the tombstone of the erased user */
        record UserErased(Username peer) implements Payload {}
    }
}
