package dev.parley.adapters.rest.v1.event;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.adapters.rest.v1.message.MessageName;
import dev.parley.adapters.rest.v1.message.MessageResponse;
import dev.parley.domain.event.EventView;
import dev.parley.domain.event.EventView.Payload;
import java.time.Instant;

/**
 * An event, in the same format for polls and streams.
 *
 * @param seq the number in the user's event log; numbers are consecutive
 * @param type the event type; clients ignore unknown types
 */
public record EventResponse(long seq, String type, Instant at, Body data) implements V1Body {

    public static EventResponse of(EventView event) {
        return switch (event.payload()) {
            case Payload.MessageCreated(var peer, var message, var sender, var receiver) ->
                of(
                        event,
                        "message.created",
                        new Body.OfMessage(peer.value(), MessageResponse.of(message, sender, receiver)));
            case Payload.MessageReleased(var peer, var message, var sender, var receiver) ->
                of(
                        event,
                        "message.released",
                        new Body.OfMessage(peer.value(), MessageResponse.of(message, sender, receiver)));
            case Payload.ReceiptRead(var peer, var upTo, var at) ->
                of(event, "receipt.read", new Body.OfReceipt(peer.value(), MessageName.of(upTo), at));
            case Payload.ConversationRead(var peer, var upTo, var at, long unread) ->
                of(event, "conversation.read", new Body.OfReading(peer.value(), MessageName.of(upTo), at, unread));
            case Payload.BlockCreated(var blocked) -> of(event, "block.created", new Body.OfBlock(blocked.value()));
            case Payload.BlockRemoved(var blocked) -> of(event, "block.removed", new Body.OfBlock(blocked.value()));
            case Payload.SessionRevoked(var session) ->
                of(event, "session.revoked", new Body.OfSession(Long.toString(session.value())));
            case Payload.UserErased(var peer) -> of(event, "user.erased", new Body.OfErasure(peer.value()));
        };
    }

    private static EventResponse of(EventView event, String type, Body data) {
        return new EventResponse(event.seq(), type, event.at(), data);
    }

    @Override
    public String toString() {
        return "EventResponse[" + seq + " " + type + "]";
    }

    /** The JSON object {@code data} of an event. Types with the same fields share a record. */
    public sealed interface Body extends V1Body {

        /** @param peer the other user of the conversation, whether or not they sent the message */
        record OfMessage(String peer, MessageResponse message) implements Body {}

        /** The peer has read the user's messages up to this one. */
        record OfReceipt(String peer, String readUpTo, Instant readAt) implements Body {}

        /** The user has read the peer's messages up to this one. */
        record OfReading(String peer, String readUpTo, Instant readAt, long unreadCount) implements Body {}

        record OfBlock(String username) implements Body {}

        record OfSession(String sessionId) implements Body {}

        /** @param peer the tombstone of the erased user */
        record OfErasure(String peer) implements Body {}
    }
}
