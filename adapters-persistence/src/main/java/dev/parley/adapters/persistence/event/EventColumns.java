package dev.parley.adapters.persistence.event;

import dev.parley.adapters.persistence.event.ChangeType.Columns;
import dev.parley.adapters.persistence.shared.Column;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.EventNumbering.Numbered;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/** SQL that stores numbered events, and the heads after them, as parts of a larger statement. */
public final class EventColumns {

    public static final String INSERT_EVENTS = """
            INSERT INTO user_event
                (user_id, seq, at, conversation_id, place, peer_id, read_at, unread, session_id, type)
            SELECT *
            FROM unnest(:eventUser, :eventSeq, :eventAt, :eventConversation, :eventPlace, :eventPeer, :eventReadAt,
                :eventUnread, :eventSession, :eventType)
            """;

    public static final String MOVE_HEADS = """
            UPDATE user_head
            SET event_seq = moved.event_seq
            FROM unnest(:headUser, :headSeq) AS moved (user_id, event_seq)
            WHERE user_head.user_id = moved.user_id
            """;

    private EventColumns() {}

    /** Binds the parameters of {@link #INSERT_EVENTS} and {@link #MOVE_HEADS}. */
    public static void bind(SqlStatement<?> statement, Numbered numbered) {
        bindEvents(statement, numbered.events());
        bindHeads(statement, numbered);
    }

    private static void bindEvents(SqlStatement<?> statement, List<UserEvent> events) {
        List<Change> changes = events.stream().map(UserEvent::change).toList();
        List<Columns> columns = changes.stream()
                .map(change -> ChangeType.of(change).columns(change))
                .toList();
        statement
                .bind("eventUser", Column.bigint(events, event -> event.user().value()))
                .bind("eventSeq", Column.bigint(events, UserEvent::seq))
                .bind("eventAt", Column.time(events, UserEvent::at))
                .bind(
                        "eventType",
                        Column.text(changes, change -> ChangeType.of(change).name()))
                .bind(
                        "eventConversation",
                        Column.optionalBigint(columns, of -> of.conversation().map(ConversationId::value)))
                .bind(
                        "eventPlace",
                        Column.optionalBigint(columns, of -> of.place().map(Place::value)))
                .bind(
                        "eventPeer",
                        Column.optionalBigint(columns, of -> of.peer().map(UserId::value)))
                .bind("eventReadAt", Column.optionalTime(columns, Columns::readAt))
                .bind("eventUnread", Column.optionalBigint(columns, Columns::unread))
                .bind(
                        "eventSession",
                        Column.optionalBigint(columns, of -> of.session().map(SessionId::value)));
    }

    private static void bindHeads(SqlStatement<?> statement, Numbered numbered) {
        Set<UserId> users = numbered.events().stream().map(UserEvent::user).collect(Collectors.toSet());
        List<Map.Entry<UserId, Long>> moved = numbered.heads().entrySet().stream()
                .filter(head -> users.contains(head.getKey()))
                .toList();
        statement
                .bind("headUser", Column.bigint(moved, head -> head.getKey().value()))
                .bind("headSeq", Column.bigint(moved, Map.Entry::getValue));
    }
}
