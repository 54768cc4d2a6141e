package dev.parley.adapters.persistence.block;

import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.block.Blocks;
import dev.parley.domain.block.Block;
import dev.parley.domain.user.UserId;

/** Blocks in PostgreSQL. */
public final class JdbiBlocks implements Blocks {

    private static final String ADD = """
            INSERT INTO block (blocker_id, blocked_id, since)
            VALUES (:blocker, :blocked, :since)
            ON CONFLICT (blocker_id, blocked_id) DO NOTHING
            """;

    private static final String REMOVE = """
            DELETE FROM block
            WHERE blocker_id = :blocker AND blocked_id = :blocked
            """;

    private static final String EXISTS = """
            SELECT EXISTS (SELECT FROM block WHERE blocker_id = :blocker AND blocked_id = :blocked)
            """;

    private final StateStore store;

    public JdbiBlocks(StateStore store) {
        this.store = store;
    }

    @Override
    public boolean add(Block block) {
        return store.with(handle -> handle.createUpdate(ADD)
                        .bind("blocker", block.blocker())
                        .bind("blocked", block.blocked())
                        .bind("since", block.since())
                        .execute())
                > 0;
    }

    @Override
    public boolean remove(UserId blocker, UserId blocked) {
        return store.with(handle -> handle.createUpdate(REMOVE)
                        .bind("blocker", blocker)
                        .bind("blocked", blocked)
                        .execute())
                > 0;
    }

    @Override
    public boolean exists(UserId blocker, UserId blocked) {
        return store.with(handle -> handle.createQuery(EXISTS)
                .bind("blocker", blocker)
                .bind("blocked", blocked)
                .mapTo(Boolean.class)
                .one());
    }
}
