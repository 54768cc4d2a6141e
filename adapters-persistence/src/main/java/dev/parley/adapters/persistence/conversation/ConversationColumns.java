package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.shared.Column;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ParticipantState;
import java.util.Collection;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;

/** The columns of {@code conversation} for inserts and updates. */
final class ConversationColumns {

    /** The parameters of {@link #bind}, in the order of {@link #NAMES}. */
    static final String PARAMETERS =
            ":id, :lowId, :highId, :lastPlace, :latestAt, " + side("low") + ", " + side("high");

    static final String NAMES = """
            id, low_id, high_id, last_place, latest_at, \
            low_unread, low_held, low_held_from, low_read_up_to, low_shown_place, low_shown_at, \
            high_unread, high_held, high_held_from, high_read_up_to, high_shown_place, high_shown_at""";

    /** The changeable columns, for an {@code UPDATE} from rows named {@code kept}. */
    static final String CHANGES = """
            last_place = kept.last_place,
            latest_at = kept.latest_at,
            low_unread = kept.low_unread,
            low_held = kept.low_held,
            low_held_from = kept.low_held_from,
            low_read_up_to = kept.low_read_up_to,
            low_shown_place = kept.low_shown_place,
            low_shown_at = kept.low_shown_at,
            high_unread = kept.high_unread,
            high_held = kept.high_held,
            high_held_from = kept.high_held_from,
            high_read_up_to = kept.high_read_up_to,
            high_shown_place = kept.high_shown_place,
            high_shown_at = kept.high_shown_at""";

    private ConversationColumns() {}

    private static String side(String side) {
        return ":{side}Unread, :{side}Held, :{side}HeldFrom, :{side}ReadUpTo, :{side}ShownPlace, :{side}ShownAt"
                .replace("{side}", side);
    }

    /** Binds one array for each column. */
    static void bind(SqlStatement<?> statement, Collection<Conversation> rows) {
        statement
                .bind("id", Column.bigint(rows, row -> row.id().value()))
                .bind(
                        "lowId",
                        Column.bigint(rows, row -> row.participants().lower().value()))
                .bind(
                        "highId",
                        Column.bigint(rows, row -> row.participants().higher().value()))
                .bind("lastPlace", Column.bigint(rows, Conversation::lastPlace))
                .bind("latestAt", Column.time(rows, Conversation::latestAt));
        bind(statement, "low", rows, Conversation::lower);
        bind(statement, "high", rows, Conversation::higher);
    }

    private static void bind(
            SqlStatement<?> statement,
            String side,
            Collection<Conversation> conversations,
            Function<Conversation, ParticipantState> state) {
        Collection<ParticipantState> rows = conversations.stream().map(state).toList();
        statement
                .bind(side + "Unread", Column.bigint(rows, row -> row.received().unread()))
                .bind(side + "Held", Column.bigint(rows, row -> row.received().held()))
                .bind(
                        side + "HeldFrom",
                        Column.bigint(rows, row -> row.received().heldFrom()))
                .bind(
                        side + "ReadUpTo",
                        Column.bigint(rows, row -> row.received().readUpTo()))
                .bind(
                        side + "ShownPlace",
                        Column.bigint(rows, row -> row.shown().place()))
                .bind(side + "ShownAt", Column.time(rows, row -> row.shown().at()));
    }
}
