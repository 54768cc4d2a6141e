package dev.parley.adapters.rest.v1.event;

import dev.parley.adapters.rest.v1.description.Field;
import dev.parley.adapters.rest.v1.description.Kind;
import dev.parley.adapters.rest.v1.description.Types;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.adapters.rest.v1.message.MessageName;
import dev.parley.adapters.rest.v1.message.MessageResponse;
import dev.parley.application.port.in.event.ReadEventsUseCase.What;
import java.time.Instant;

/** The data of an event, which depends on its type. */
public sealed interface EventData extends V1Body {

    /** @param peer the other user of the conversation, whether or not they sent the message */
    @Types({"message.created", "message.released"})
    record MessageData(
            @Field(value = "The other one of the conversation, whoever sent it.", kind = Kind.USERNAME)
            String peer,

            @Field("The message.") MessageResponse message)
            implements EventData {}

    /** The peer has read the user's messages up to this one. */
    @Types("receipt.read")
    record ReceiptData(
            @Field(value = "Who has read.", kind = Kind.USERNAME)
            String peer,

            @Field(value = "The newest message of yours that they have read.", kind = Kind.ID)
            String readUpTo,

            @Field("When they read it.") Instant readAt)
            implements EventData {}

    /** The user has read the peer's messages up to this one. */
    @Types("conversation.read")
    record ReadingData(
            @Field(value = "Whose messages you have read.", kind = Kind.USERNAME)
            String peer,

            @Field(value = "The newest that you have read.", kind = Kind.ID)
            String readUpTo,

            @Field("When you read it.") Instant readAt,

            @Field("How many are left in this conversation.")
            long unreadCount)
            implements EventData {}

    @Types({"block.created", "block.removed"})
    record BlockData(
            @Field(value = "Whom you block, or no longer block.", kind = Kind.USERNAME)
            String username) implements EventData {}

    @Types("session.revoked")
    record SessionData(
            @Field(value = "The session of yours that has ended.", kind = Kind.ID)
            String sessionId) implements EventData {}

    /** @param peer the placeholder name of the erased user */
    @Types("user.erased")
    record ErasureData(
            @Field(value = "The name they go by now.", kind = Kind.USERNAME, example = "\"~18\"")
            String peer) implements EventData {}

    static String type(What what) {
        return switch (what) {
            case What.MessageCreated created -> "message.created";
            case What.MessageReleased released -> "message.released";
            case What.ReceiptRead read -> "receipt.read";
            case What.ConversationRead read -> "conversation.read";
            case What.BlockCreated block -> "block.created";
            case What.BlockRemoved block -> "block.removed";
            case What.SessionRevoked revoked -> "session.revoked";
            case What.UserErased erased -> "user.erased";
        };
    }

    static EventData of(What what) {
        return switch (what) {
            case What.MessageCreated(var peer, var message, var sender, var receiver) ->
                new MessageData(peer.value(), MessageResponse.of(message, sender, receiver));
            case What.MessageReleased(var peer, var message, var sender, var receiver) ->
                new MessageData(peer.value(), MessageResponse.of(message, sender, receiver));
            case What.ReceiptRead(var peer, var upTo, var at) ->
                new ReceiptData(peer.value(), MessageName.of(upTo), at);
            case What.ConversationRead(var peer, var upTo, var at, long unread) ->
                new ReadingData(peer.value(), MessageName.of(upTo), at, unread);
            case What.BlockCreated(var blocked) -> new BlockData(blocked.value());
            case What.BlockRemoved(var blocked) -> new BlockData(blocked.value());
            case What.SessionRevoked(var session) -> new SessionData(Long.toString(session.value()));
            case What.UserErased(var peer) -> new ErasureData(peer.value());
        };
    }
}
