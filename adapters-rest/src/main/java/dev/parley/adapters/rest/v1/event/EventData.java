package dev.parley.adapters.rest.v1.event;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.adapters.rest.v1.message.MessageName;
import dev.parley.adapters.rest.v1.message.MessageResponse;
import dev.parley.application.port.in.event.ReadEventsUseCase.What;
import java.time.Instant;

/** The data of an event, which depends on its type. */
public sealed interface EventData extends V1Body {

    /** @param peer the other user of the conversation, whether or not they sent the message */
    record MessageData(String peer, MessageResponse message) implements EventData {}

    /** The peer has read the user's messages up to this one. */
    record ReceiptData(String peer, String readUpTo, Instant readAt) implements EventData {}

    /** The user has read the peer's messages up to this one. */
    record ReadingData(String peer, String readUpTo, Instant readAt, long unreadCount) implements EventData {}

    record BlockData(String username) implements EventData {}

    record SessionData(String sessionId) implements EventData {}

    /** @param peer the placeholder name of the erased user */
    record ErasureData(String peer) implements EventData {}

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
