package dev.parley.application.port.out.block;

import dev.parley.domain.block.Block;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Who blocks whom.
 *
 * <p>Changes are made under the {@link dev.parley.application.port.out.user.UserLocks} of both: a message that is sent
 * meanwhile sees the block or comes before it.
 */
public interface Blocks {

    /** Most blocks that one {@link #list} returns. */
    int MAX_PAGE = 200;

    /** Adds the block; false if there was one already, which then stays as it was. */
    boolean add(Block block);

    /** Lifts the block; false if there was none. */
    boolean remove(UserId blocker, UserId blocked);

    /** Lifts every block of the blocker's; the locks of those who are blocked are not needed. */
    void removeAllBy(UserId blocker);

    /**
     * Whom {@code blocker} blocks, in the order of the blocked ids, after {@code after}.
     *
     * @param after empty for the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<Block> list(UserId blocker, Optional<UserId> after, int limit);

    /**
     * Who blocks {@code blocked}, in the order of their ids, after {@code after}.
     *
     * @param after empty for the beginning
     * @param limit 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     */
    List<UserId> listBlockers(UserId blocked, Optional<UserId> after, int limit);

    /** Whether {@code blocker} blocks {@code blocked}; the other direction does not matter. */
    boolean exists(UserId blocker, UserId blocked);
}
