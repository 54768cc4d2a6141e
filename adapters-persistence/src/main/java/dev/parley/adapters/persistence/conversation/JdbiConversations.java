package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** Heads of conversations in PostgreSQL. */
public final class JdbiConversations implements Conversations {

    private static final String FIND = "SELECT " + ConversationRows.COLUMNS + """

            FROM conversation
            WHERE low_id = :low AND high_id = :high
            """;

    /** Each of the two conditions has an index. An OR would scan the table. */
    private static final String LIST_OF = """
            SELECT *
            FROM (
                SELECT {columns} FROM conversation WHERE low_id = :user
                UNION ALL
                SELECT {columns} FROM conversation WHERE high_id = :user AND low_id < :user
            ) AS own
            WHERE id > :after
            ORDER BY id
            LIMIT :limit
            """.replace("{columns}", ConversationRows.COLUMNS);

    private static final String STORE = """
            UPDATE conversation
            SET {changes}
            FROM unnest({conversations}) AS kept ({columns})
            WHERE conversation.id = kept.id
                AND conversation.low_id = kept.low_id
                AND conversation.high_id = kept.high_id
            """.replace("{changes}", ConversationRows.CHANGES)
            .replace("{conversations}", ConversationRows.PARAMETERS)
            .replace("{columns}", ConversationRows.COLUMNS);

    private final StateStore store;

    public JdbiConversations(StateStore store) {
        this.store = store;
    }

    @Override
    public Optional<Conversation> find(Participants participants) {
        return store.with(handle -> handle.createQuery(FIND)
                .bind("low", participants.lower())
                .bind("high", participants.higher())
                .map(ConversationRows.CONVERSATIONS)
                .findOne());
    }

    @Override
    public List<Conversation> listOf(UserId user, Optional<ConversationId> after, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.with(handle -> handle.createQuery(LIST_OF)
                .bind("user", user)
                .bind("after", after.map(ConversationId::value).orElse(0L))
                .bind("limit", limit)
                .map(ConversationRows.CONVERSATIONS)
                .list());
    }

    @Override
    public void store(Conversation conversation) {
        int stored = store.with(handle -> {
            Update update = handle.createUpdate(STORE);
            ConversationRows.bind(update, List.of(conversation));
            return update.execute();
        });
        if (stored == 0) {
            throw new IllegalArgumentException("no conversation %d of these participants is stored"
                    .formatted(conversation.id().value()));
        }
    }
}
