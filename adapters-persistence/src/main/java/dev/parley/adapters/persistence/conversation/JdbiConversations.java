package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Participants;
import java.util.Optional;

/** Heads of conversations in PostgreSQL. */
public final class JdbiConversations implements Conversations {

    private static final String FIND = """
            SELECT id, low_id, high_id, last_place, low_unread, low_held, low_read_up_to,
                high_unread, high_held, high_read_up_to, latest_at
            FROM conversation
            WHERE low_id = :low AND high_id = :high
            """;

    private static final String STORE = """
            UPDATE conversation
            SET last_place = :lastPlace,
                low_unread = :lowUnread, low_held = :lowHeld, low_read_up_to = :lowReadUpTo,
                high_unread = :highUnread, high_held = :highHeld, high_read_up_to = :highReadUpTo,
                latest_at = :latestAt
            WHERE id = :id
            """;

    private final StateStore store;

    public JdbiConversations(StateStore store) {
        this.store = store;
    }

    @Override
    public Optional<Conversation> find(Participants participants) {
        return store.with(handle -> handle.createQuery(FIND)
                .bind("low", participants.lower())
                .bind("high", participants.higher())
                .map(ConversationRows::conversation)
                .findOne());
    }

    @Override
    public void store(Conversation conversation) {
        int stored = store.with(handle -> handle.createUpdate(STORE)
                .bind("id", conversation.id())
                .bind("lastPlace", conversation.lastPlace())
                .bind("lowUnread", conversation.lower().unread())
                .bind("lowHeld", conversation.lower().held())
                .bind("lowReadUpTo", conversation.lower().readUpTo())
                .bind("highUnread", conversation.higher().unread())
                .bind("highHeld", conversation.higher().held())
                .bind("highReadUpTo", conversation.higher().readUpTo())
                .bind("latestAt", conversation.latestAt())
                .execute());
        if (stored == 0) {
            throw new IllegalArgumentException("a conversation begins with its first message");
        }
    }
}
