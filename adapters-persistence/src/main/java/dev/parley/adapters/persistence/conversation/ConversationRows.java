package dev.parley.adapters.persistence.conversation;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ParticipantState;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.ReceiverState;
import dev.parley.domain.conversation.Shown;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import org.jdbi.v3.core.result.RowView;

/** A row of {@code conversation} as the domain sees it. */
public final class ConversationRows {

    private ConversationRows() {}

    /** All columns of a conversation by their names. */
    public static Conversation conversation(RowView row) {
        return new Conversation(
                row.getColumn("id", ConversationId.class),
                participants(row),
                row.getColumn("last_place", Long.class),
                state(row, "low"),
                state(row, "high"),
                row.getColumn("latest_at", Instant.class));
    }

    private static Participants participants(RowView row) {
        return new Participants(row.getColumn("low_id", UserId.class), row.getColumn("high_id", UserId.class));
    }

    private static ParticipantState state(RowView row, String side) {
        return new ParticipantState(
                new ReceiverState(
                        row.getColumn(side + "_unread", Long.class),
                        row.getColumn(side + "_held", Long.class),
                        row.getColumn(side + "_held_from", Long.class),
                        row.getColumn(side + "_read_up_to", Long.class)),
                new Shown(
                        row.getColumn(side + "_shown_place", Long.class),
                        row.getColumn(side + "_shown_at", Instant.class)));
    }
}
