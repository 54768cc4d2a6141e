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
import java.util.function.Function;

/**
 * How each record of {@link Change} is stored in {@code user_event}. The name of the constant is the value of the column
 * {@code type}, so it must never change.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
enum ChangeType {
    MESSAGE_CREATED(
            Change.MessageCreated.class,
            change -> Columns.of(change.peer()).at(change.conversation(), change.place()),
            row -> new Change.MessageCreated(conversation(row), place(row), peer(row))),
    MESSAGE_RELEASED(
            Change.MessageReleased.class,
            change -> Columns.of(change.peer()).at(change.conversation(), change.place()),
            row -> new Change.MessageReleased(conversation(row), place(row), peer(row))),
    RECEIPT_READ(
            Change.ReceiptRead.class,
            change -> Columns.of(change.reader())
                    .at(change.conversation(), change.upTo())
                    .read(change.readAt(), Optional.empty()),
            row -> new Change.ReceiptRead(conversation(row), place(row), peer(row), Rows.time(row, "read_at"))),
    CONVERSATION_READ(
            Change.ConversationRead.class,
            change -> Columns.of(change.peer())
                    .at(change.conversation(), change.upTo())
                    .read(change.readAt(), Optional.of(change.unread())),
            row -> new Change.ConversationRead(
                    conversation(row), place(row), peer(row), Rows.time(row, "read_at"), row.getLong("unread"))),
    BLOCK_CREATED(
            Change.BlockCreated.class,
            change -> Columns.of(change.blocked()),
            row -> new Change.BlockCreated(peer(row))),
    BLOCK_REMOVED(
            Change.BlockRemoved.class,
            change -> Columns.of(change.blocked()),
            row -> new Change.BlockRemoved(peer(row))),
    SESSION_REVOKED(
            Change.SessionRevoked.class,
            change -> Columns.of(change.session()),
            row -> new Change.SessionRevoked(new SessionId(row.getLong("session_id")))),
    USER_ERASED(Change.UserErased.class, change -> Columns.of(change.peer()), row -> new Change.UserErased(peer(row)));

    private final Function<Change, Columns> write;
    private final Read<? extends Change> read;

    <C extends Change> ChangeType(Class<C> type, Function<C, Columns> write, Read<C> read) {
        this.write = change -> write.apply(type.cast(change));
        this.read = read;
    }

    /** Has no default, so that the compiler finds a change without a constant. */
    static ChangeType of(Change change) {
        return switch (change) {
            case Change.MessageCreated created -> MESSAGE_CREATED;
            case Change.MessageReleased released -> MESSAGE_RELEASED;
            case Change.ReceiptRead read -> RECEIPT_READ;
            case Change.ConversationRead read -> CONVERSATION_READ;
            case Change.BlockCreated block -> BLOCK_CREATED;
            case Change.BlockRemoved block -> BLOCK_REMOVED;
            case Change.SessionRevoked revoked -> SESSION_REVOKED;
            case Change.UserErased erased -> USER_ERASED;
        };
    }

    Columns columns(Change change) {
        return write.apply(change);
    }

    static Change read(ResultSet row) throws SQLException {
        return valueOf(row.getString("type")).read.from(row);
    }

    private static ConversationId conversation(ResultSet row) throws SQLException {
        return new ConversationId(row.getLong("conversation_id"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getLong("place"));
    }

    private static UserId peer(ResultSet row) throws SQLException {
        return new UserId(row.getLong("peer_id"));
    }

    @FunctionalInterface
    private interface Read<C> {

        C from(ResultSet row) throws SQLException;
    }

    /** The columns of one change besides {@code type}. Those that it does not use are empty. */
    record Columns(
            Optional<ConversationId> conversation,
            Optional<Place> place,
            Optional<UserId> peer,
            Optional<Instant> readAt,
            Optional<Long> unread,
            Optional<SessionId> session) {

        private static final Columns NONE = new Columns(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        static Columns of(UserId peer) {
            return new Columns(
                    NONE.conversation, NONE.place, Optional.of(peer), NONE.readAt, NONE.unread, NONE.session);
        }

        static Columns of(SessionId session) {
            return new Columns(
                    NONE.conversation, NONE.place, NONE.peer, NONE.readAt, NONE.unread, Optional.of(session));
        }

        Columns at(ConversationId ofConversation, Place at) {
            return new Columns(Optional.of(ofConversation), Optional.of(at), peer, readAt, unread, session);
        }

        Columns read(Instant at, Optional<Long> unreadAfter) {
            return new Columns(conversation, place, peer, Optional.of(at), unreadAfter, session);
        }
    }
}
