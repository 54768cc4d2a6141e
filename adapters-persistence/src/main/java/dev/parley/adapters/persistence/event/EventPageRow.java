package dev.parley.adapters.persistence.event;

import dev.parley.adapters.persistence.session.SessionRows;
import dev.parley.adapters.persistence.shared.MessageRows;
import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.application.port.out.event.EventPages.EventEntry;
import dev.parley.application.port.out.event.EventPages.EventPage;
import dev.parley.application.port.out.event.EventPages.EventPageQuery;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.event.EventEpoch;
import dev.parley.domain.event.EventLogState;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.session.Session;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * A row of {@link JdbiEventPages#READ}: values of the whole reading, and one of its events if it has any.
 *
 * @param number of the reading, from 1
 * @param session the wanted session, which may belong to another user
 * @param own name of the user
 * @param peer name of the other user in the event
 */
record EventPageRow(
        int number,
        Optional<Session> session,
        EventLogState state,
        Optional<Username> own,
        Optional<EventEntry> entry,
        Optional<Username> peer) {

    static final RowMapper<EventPageRow> LINES = (row, context) -> of(row);

    private static EventPageRow of(ResultSet row) throws SQLException {
        return new EventPageRow(
                row.getInt("number"),
                SessionRows.findJoined(row),
                new EventLogState(
                        new EventEpoch(row.getObject("epoch", UUID.class)), row.getLong("oldest"), row.getLong("head")),
                Rows.optionalText(row, "own_name").map(Username::new),
                entry(row),
                Rows.optionalText(row, "peer_name").map(Username::new));
    }

    private static Optional<EventEntry> entry(ResultSet row) throws SQLException {
        long seq = row.getLong("seq");
        if (row.wasNull()) {
            return Optional.empty();
        }
        UserEvent event =
                new UserEvent(new UserId(row.getLong("user_id")), seq, Rows.time(row, "at"), ChangeType.read(row));
        return Optional.of(new EventEntry(event, MessageRows.findJoined(row)));
    }

    /** @param lines the lines of one reading; at least one */
    static EventPage reading(EventPageQuery wanted, List<EventPageRow> lines) {
        EventPageRow any = lines.getFirst();
        List<EventPageRow> next = PageBound.of(wanted.limit())
                .cut(
                        lines.stream()
                                .filter(line -> line.entry().isPresent())
                                .sorted(Comparator.comparingLong(EventPageRow::seq))
                                .toList(),
                        line -> line.entry().map(EventEntry::contentBytes).orElse(0L));
        return new EventPage(
                any.session().filter(session -> session.user().equals(wanted.user())),
                any.state(),
                next.stream().flatMap(line -> line.entry().stream()).toList(),
                names(wanted.user(), any, next));
    }

    private long seq() {
        return entry.map(present -> present.event().seq()).orElse(0L);
    }

    private static Map<UserId, Username> names(UserId user, EventPageRow any, List<EventPageRow> next) {
        return Stream.concat(
                        any.own().map(name -> Map.entry(user, name)).stream(),
                        next.stream().flatMap(EventPageRow::named))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    private Stream<Map.Entry<UserId, Username>> named() {
        return entry
                .flatMap(present -> present.event().change().other())
                .flatMap(other -> peer.map(name -> Map.entry(other, name)))
                .stream();
    }
}
