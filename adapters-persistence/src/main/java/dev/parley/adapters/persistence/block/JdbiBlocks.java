package dev.parley.adapters.persistence.block;

import dev.parley.adapters.persistence.shared.Rows;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.block.Blocks;
import dev.parley.domain.block.Block;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

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

    private static final String REMOVE_ALL_BY = "DELETE FROM block WHERE blocker_id = :blocker";

    private static final String LIST = """
            SELECT blocker_id, blocked_id, since
            FROM block
            WHERE blocker_id = :blocker AND blocked_id > :after
            ORDER BY blocked_id
            LIMIT :limit
            """;

    private static final String LIST_BLOCKERS = """
            SELECT blocker_id
            FROM block
            WHERE blocked_id = :blocked AND blocker_id > :after
            ORDER BY blocker_id
            LIMIT :limit
            """;

    private static final String EXISTS = """
            SELECT EXISTS (SELECT FROM block WHERE blocker_id = :blocker AND blocked_id = :blocked)
            """;

    private static final RowMapper<Block> BLOCKS = (row, context) -> new Block(
            new UserId(row.getLong("blocker_id")), new UserId(row.getLong("blocked_id")), Rows.time(row, "since"));

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
    public void removeAllBy(UserId blocker) {
        store.with(handle ->
                handle.createUpdate(REMOVE_ALL_BY).bind("blocker", blocker).execute());
    }

    @Override
    public List<Block> list(UserId blocker, Optional<UserId> after, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.with(handle -> handle.createQuery(LIST)
                .bind("blocker", blocker)
                .bind("after", after.map(UserId::value).orElse(0L))
                .bind("limit", limit)
                .map(BLOCKS)
                .list());
    }

    @Override
    public List<UserId> listBlockers(UserId blocked, Optional<UserId> after, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.with(handle -> handle.createQuery(LIST_BLOCKERS)
                .bind("blocked", blocked)
                .bind("after", after.map(UserId::value).orElse(0L))
                .bind("limit", limit)
                .mapTo(UserId.class)
                .list());
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
