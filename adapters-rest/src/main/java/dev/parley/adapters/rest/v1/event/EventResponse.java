package dev.parley.adapters.rest.v1.event;

import dev.parley.adapters.rest.v1.description.Field;
import dev.parley.adapters.rest.v1.description.Kind;
import dev.parley.adapters.rest.v1.description.Types;
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
public record EventResponse(
        @Field(value = "Its number among your events: the next one has the next number.", kind = Kind.SEQ)
        long seq,

        @Field(value = "What happened. Pass over types that you do not know.", kind = Kind.EVENT_TYPE)
        String type,

        @Field("When.") Instant at,
        @Field("What there is to say of it.") Body data)
        implements V1Body {

    public static EventResponse of(EventView event) {
        return switch (event.payload()) {
            case Payload.MessageCreated(var peer, var message, var sender, var receiver) ->
                of(
                        event,
                        "message.created",
                        new Body.MessageEvent(peer.value(), MessageResponse.of(message, sender, receiver)));
            case Payload.MessageReleased(var peer, var message, var sender, var receiver) ->
                of(
                        event,
                        "message.released",
                        new Body.MessageEvent(peer.value(), MessageResponse.of(message, sender, receiver)));
            case Payload.ReceiptRead(var peer, var upTo, var at) ->
                of(event, "receipt.read", new Body.ReceiptEvent(peer.value(), MessageName.of(upTo), at));
            case Payload.ConversationRead(var peer, var upTo, var at, long unread) ->
                of(event, "conversation.read", new Body.ReadingEvent(peer.value(), MessageName.of(upTo), at, unread));
            case Payload.BlockCreated(var blocked) -> of(event, "block.created", new Body.BlockEvent(blocked.value()));
            case Payload.BlockRemoved(var blocked) -> of(event, "block.removed", new Body.BlockEvent(blocked.value()));
            case Payload.SessionRevoked(var session) ->
                of(event, "session.revoked", new Body.SessionEvent(Long.toString(session.value())));
            case Payload.UserErased(var peer) -> of(event, "user.erased", new Body.ErasureEvent(peer.value()));
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
        @Types({"message.created", "message.released"})
        record MessageEvent(
                @Field(value = "The other one of the conversation, whoever sent it.", kind = Kind.USERNAME)
                String peer,

                @Field("The message.") MessageResponse message)
                implements Body {}

        /** The peer has read the user's messages up to this one. */
        @Types("receipt.read")
        record ReceiptEvent(
                @Field(value = "Who has read.", kind = Kind.USERNAME)
                String peer,

                @Field(value = "The newest message of yours that they have read.", kind = Kind.ID)
                String readUpTo,

                @Field("When they read it.") Instant readAt)
                implements Body {}

        /** The user has read the peer's messages up to this one. */
        @Types("conversation.read")
        record ReadingEvent(
                @Field(value = "Whose messages you have read.", kind = Kind.USERNAME)
                String peer,

                @Field(value = "The newest that you have read.", kind = Kind.ID)
                String readUpTo,

                @Field("When you read it.") Instant readAt,

                @Field("How many are left in this conversation.")
                long unreadCount)
                implements Body {}

        @Types({"block.created", "block.removed"})
        record BlockEvent(
                @Field(value = "Whom you block, or no longer block.", kind = Kind.USERNAME)
                String username) implements Body {}

        @Types("session.revoked")
        record SessionEvent(
                @Field(value = "The session of yours that has ended.", kind = Kind.ID)
                String sessionId) implements Body {}

        /** @param peer the placeholder name of the erased user */
        @Types("user.erased")
        record ErasureEvent(
                @Field(value = "The name they go by now.", kind = Kind.USERNAME, example = "\"~18\"")
                String peer) implements Body {}
    }
}
