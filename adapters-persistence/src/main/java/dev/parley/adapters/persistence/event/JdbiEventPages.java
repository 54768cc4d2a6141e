package dev.parley.adapters.persistence.event;

import dev.parley.adapters.persistence.session.SessionRows;
import dev.parley.adapters.persistence.shared.Column;
import dev.parley.adapters.persistence.shared.MessageRows;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.event.EventPages;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.event.EventCursor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads from PostgreSQL with one statement for all readings, and so from one snapshot without a transaction. Names and messages
 * are joined as they are now.
 */
public final class JdbiEventPages implements EventPages {

    /**
     * Returns a row for each event, up to the first that exceeds the size of its reading, or one row without an event.
     * {@link EventPageRow#reading} sorts them and checks whose the session is. The database would sort the rows with all their
     * contents, and might search all sessions of the user.
     */
    static final String READ =
            """
            SELECT wanted.number, wanted.user_id,
                {session},
                (SELECT epoch FROM event_epoch) AS epoch, coalesce(event_seq, 0) AS head,
                coalesce(kept.seq, coalesce(event_seq, 0) + 1) AS oldest,
                own.username AS own_name, peer.username AS peer_name, next.*
            FROM unnest(:users, :sessions, :afters, :limits) WITH ORDINALITY
                AS wanted (user_id, session_id, after_seq, most, number)
            LEFT JOIN user_head ON user_head.user_id = wanted.user_id
            LEFT JOIN session ON session.id = wanted.session_id AND NOT user_head.erased
            LEFT JOIN app_user AS own ON own.id = wanted.user_id
            LEFT JOIN LATERAL (
                SELECT seq
                FROM user_event
                WHERE user_event.user_id = wanted.user_id
                ORDER BY seq
                LIMIT 1
            ) AS kept ON true
            LEFT JOIN LATERAL (
                SELECT event.seq, event.at, event.type, event.conversation_id, event.place, event.peer_id,
                    event.read_at, event.unread, event.session_id,
                    {message},
                    sum(octet_length(message.content)) OVER (
                        ORDER BY event.seq
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                    ) AS bytes_before
                FROM (
                    SELECT *
                    FROM user_event
                    WHERE user_event.user_id = wanted.user_id AND user_event.seq > wanted.after_seq
                    ORDER BY user_event.seq
                    LIMIT wanted.most
                ) AS event
                LEFT JOIN message ON message.conversation_id = event.conversation_id AND message.place = event.place
            ) AS next ON coalesce(next.bytes_before, 0) <= :bytes
            LEFT JOIN app_user AS peer ON peer.id = next.peer_id
            """.replace("{session}", SessionRows.JOINED_COLUMNS).replace("{message}", MessageRows.JOINED_COLUMNS);

    private final StateStore store;

    public JdbiEventPages(StateStore store) {
        this.store = store;
    }

    @Override
    public EventPage read(EventPageQuery wanted) {
        return readAll(List.of(wanted)).getFirst();
    }

    /** Reads all from one snapshot; the results have the order of {@code wanted}. */
    List<EventPage> readAll(List<EventPageQuery> wanted) {
        Map<Integer, List<EventPageRow>> lines = lines(wanted).collect(Collectors.groupingBy(EventPageRow::number));
        return IntStream.range(0, wanted.size())
                .mapToObj(number -> EventPageRow.reading(wanted.get(number), lines.getOrDefault(number + 1, List.of())))
                .toList();
    }

    private Stream<EventPageRow> lines(List<EventPageQuery> wanted) {
        return store.with(handle -> handle
                .createQuery(READ)
                .bind("users", Column.bigint(wanted, one -> one.user().value()))
                .bind("sessions", Column.bigint(wanted, one -> one.session().value()))
                .bind("afters", Column.optionalBigint(wanted, one -> one.after().map(EventCursor::seq)))
                .bind("limits", Column.bigint(wanted, one -> (long) one.limit()))
                .bind("bytes", PageBound.MAX_BYTES)
                .map(EventPageRow.LINES)
                .list()
                .stream());
    }
}
