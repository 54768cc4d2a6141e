package dev.parley.adapters.persistence.event;

import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.event.Change;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A change as columns of {@code user_event}: what it is about, and nothing in the columns of what it is not about. */
record EventRow(
        EventType type,
        Optional<ConversationId> conversation,
        Optional<Place> place,
        Optional<UserId> peer,
        Optional<Instant> readAt,
        Optional<Long> unread,
        Optional<SessionId> session) {

    static EventRow of(Change change) {
        return switch (change) {
            case Change.MessageCreated(ConversationId conversation, Place place, UserId peer) ->
                at(EventType.MESSAGE_CREATED, conversation, place, peer);
            case Change.MessageReleased(ConversationId conversation, Place place, UserId peer) ->
                at(EventType.MESSAGE_RELEASED, conversation, place, peer);
            case Change.ReceiptRead(ConversationId conversation, Place upTo, UserId reader, Instant readAt) ->
                at(EventType.RECEIPT_READ, conversation, upTo, reader).read(readAt, Optional.empty());
            case Change.ConversationRead read ->
                at(EventType.CONVERSATION_READ, read.conversation(), read.upTo(), read.peer())
                        .read(read.readAt(), Optional.of(read.unread()));
            case Change.BlockCreated(UserId blocked) -> about(EventType.BLOCK_CREATED, blocked);
            case Change.BlockRemoved(UserId blocked) -> about(EventType.BLOCK_REMOVED, blocked);
            case Change.SessionRevoked(SessionId session) -> about(session);
            case Change.UserErased(UserId peer) -> about(EventType.USER_ERASED, peer);
        };
    }

    private static EventRow at(EventType type, ConversationId conversation, Place place, UserId peer) {
        return new EventRow(
                type,
                Optional.of(conversation),
                Optional.of(place),
                Optional.of(peer),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static EventRow about(EventType type, UserId peer) {
        return new EventRow(
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.of(peer),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static EventRow about(SessionId session) {
        return new EventRow(
                EventType.SESSION_REVOKED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(session));
    }

    private EventRow read(Instant at, Optional<Long> unreadAfter) {
        return new EventRow(type, conversation, place, peer, Optional.of(at), unreadAfter, session);
    }

    static Change change(ResultSet row) throws SQLException {
        return switch (EventType.valueOf(row.getString("type"))) {
            case MESSAGE_CREATED -> new Change.MessageCreated(conversationIn(row), placeIn(row), peerIn(row));
            case MESSAGE_RELEASED -> new Change.MessageReleased(conversationIn(row), placeIn(row), peerIn(row));
            case RECEIPT_READ -> new Change.ReceiptRead(conversationIn(row), placeIn(row), peerIn(row), readAtIn(row));
            case CONVERSATION_READ ->
                new Change.ConversationRead(
                        conversationIn(row), placeIn(row), peerIn(row), readAtIn(row), row.getLong("unread"));
            case BLOCK_CREATED -> new Change.BlockCreated(peerIn(row));
            case BLOCK_REMOVED -> new Change.BlockRemoved(peerIn(row));
            case SESSION_REVOKED -> new Change.SessionRevoked(new SessionId(row.getLong("session_id")));
            case USER_ERASED -> new Change.UserErased(peerIn(row));
        };
    }

    private static ConversationId conversationIn(ResultSet row) throws SQLException {
        return new ConversationId(row.getLong("conversation_id"));
    }

    private static Place placeIn(ResultSet row) throws SQLException {
        return new Place(row.getLong("place"));
    }

    private static UserId peerIn(ResultSet row) throws SQLException {
        return new UserId(row.getLong("peer_id"));
    }

    private static Instant readAtIn(ResultSet row) throws SQLException {
        return Rows.time(row, "read_at");
    }
}
