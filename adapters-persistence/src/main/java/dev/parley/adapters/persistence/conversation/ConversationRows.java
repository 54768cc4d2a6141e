package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.shared.Column;
import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.NewestVisible;
import dev.parley.domain.conversation.ParticipantState;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.ReceiverState;
import dev.parley.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** The columns of {@code conversation}, the mapper of its rows, and the parameters that store them. */
public final class ConversationRows {

    private static final List<String> CHANGEABLE = Stream.concat(
                    Stream.of("last_place", "latest_at"),
                    Stream.of("low", "high").flatMap(ConversationRows::side))
            .toList();

    static final String COLUMNS_WITHOUT_ID = "low_id, high_id, " + String.join(", ", CHANGEABLE);

    public static final String COLUMNS = "id, " + COLUMNS_WITHOUT_ID;

    /** The parameters of {@link #bind}, in the order of {@link #COLUMNS}. */
    static final String PARAMETERS = ":" + COLUMNS.replace(", ", ", :");

    /** The changeable columns, for an {@code UPDATE} from rows named {@code kept}. */
    static final String CHANGES =
            CHANGEABLE.stream().map(column -> column + " = kept." + column).collect(Collectors.joining(", "));

    /** Maps rows with {@link #COLUMNS}. */
    public static final RowMapper<Conversation> CONVERSATIONS = (row, context) -> conversation(row);

    private ConversationRows() {}

    private static Stream<String> side(String side) {
        return Stream.of("unread", "held", "held_from", "read_up_to", "shown_place", "shown_at")
                .map(column -> side + "_" + column);
    }

    /** Maps a row that has {@link #COLUMNS} among others. */
    public static Conversation conversation(ResultSet row) throws SQLException {
        return new Conversation(
                new ConversationId(row.getLong("id")),
                new Participants(new UserId(row.getLong("low_id")), new UserId(row.getLong("high_id"))),
                row.getLong("last_place"),
                state(row, "low"),
                state(row, "high"),
                Rows.time(row, "latest_at"));
    }

    private static ParticipantState state(ResultSet row, String side) throws SQLException {
        return new ParticipantState(
                new ReceiverState(
                        row.getLong(side + "_unread"),
                        row.getLong(side + "_held"),
                        row.getLong(side + "_held_from"),
                        row.getLong(side + "_read_up_to")),
                new NewestVisible(row.getLong(side + "_shown_place"), Rows.time(row, side + "_shown_at")));
    }

    /** Binds {@link #PARAMETERS}, an array each. */
    static void bind(SqlStatement<?> statement, Collection<Conversation> rows) {
        statement
                .bind("id", Column.bigint(rows, row -> row.id().value()))
                .bind(
                        "low_id",
                        Column.bigint(rows, row -> row.participants().lower().value()))
                .bind(
                        "high_id",
                        Column.bigint(rows, row -> row.participants().higher().value()))
                .bind("last_place", Column.bigint(rows, Conversation::lastPlace))
                .bind("latest_at", Column.time(rows, Conversation::latestAt));
        bindSide(statement, "low", rows, Conversation::lower);
        bindSide(statement, "high", rows, Conversation::higher);
    }

    private static void bindSide(
            SqlStatement<?> statement,
            String side,
            Collection<Conversation> conversations,
            Function<Conversation, ParticipantState> state) {
        List<ParticipantState> rows = conversations.stream().map(state).toList();
        statement
                .bind(
                        side + "_unread",
                        Column.bigint(rows, row -> row.received().unread()))
                .bind(side + "_held", Column.bigint(rows, row -> row.received().held()))
                .bind(
                        side + "_held_from",
                        Column.bigint(rows, row -> row.received().heldFrom()))
                .bind(
                        side + "_read_up_to",
                        Column.bigint(rows, row -> row.received().readUpTo()))
                .bind(
                        side + "_shown_place",
                        Column.bigint(rows, row -> row.shown().place()))
                .bind(side + "_shown_at", Column.time(rows, row -> row.shown().at()));
    }
}
