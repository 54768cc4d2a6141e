package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.shared.Row;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ParticipantState;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.ReceiverState;
import dev.parley.domain.conversation.Shown;
import dev.parley.domain.user.UserId;

/** Maps rows of {@code conversation}. */
public final class ConversationRows {

    private ConversationRows() {}

    /** The row has all columns of a conversation. */
    public static Conversation conversation(Row row) {
        return new Conversation(
                new ConversationId(row.bigint("id")),
                participants(row),
                row.bigint("last_place"),
                state(row, "low"),
                state(row, "high"),
                row.time("latest_at"));
    }

    private static Participants participants(Row row) {
        return new Participants(new UserId(row.bigint("low_id")), new UserId(row.bigint("high_id")));
    }

    private static ParticipantState state(Row row, String side) {
        return new ParticipantState(
                new ReceiverState(
                        row.bigint(side + "_unread"),
                        row.bigint(side + "_held"),
                        row.bigint(side + "_held_from"),
                        row.bigint(side + "_read_up_to")),
                new Shown(row.bigint(side + "_shown_place"), row.time(side + "_shown_at")));
    }
}
