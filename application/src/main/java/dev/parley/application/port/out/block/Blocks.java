package dev.parley.application.port.out.block;

import dev.parley.domain.block.Block;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/**
 * The blocks between users.
 *
 * <p>Callers hold the {@link dev.parley.application.port.out.user.UserLocks} of both users while they change a block. So a
 * concurrent send happens either before the change or after it.
 */
public interface Blocks {

    /** Maximum number of entries in a list. */
    int MAX_PAGE = 200;

    /** Adds the block; returns false and changes nothing if it exists. */
    boolean add(Block block);

    /** Removes the block; returns false if it does not exist. */
    boolean remove(UserId blocker, UserId blocked);

    /** Removes all blocks made by this user; the locks of the blocked users are not needed. */
    void removeAllBy(UserId blocker);

    /**
     * Lists the blocks made by {@code blocker} in the order of the blocked users' ids, after {@code after}.
     *
     * @param after empty to start at the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<Block> list(UserId blocker, Optional<UserId> after, int limit);

    /**
     * Lists the users who block {@code blocked}, in the order of their ids, after {@code after}.
     *
     * @param after empty to start at the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<UserId> listBlockers(UserId blocked, Optional<UserId> after, int limit);

    /** Whether {@code blocker} blocks {@code blocked}, in this direction only. */
    boolean exists(UserId blocker, UserId blocked);
}
