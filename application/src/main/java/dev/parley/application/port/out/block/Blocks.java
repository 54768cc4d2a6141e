package dev.parley.application.port.out.block;

import dev.parley.domain.block.Block;
import dev.parley.domain.user.UserId;

/**
 * Who blocks whom.
 *
 * <p>Changes are made under the {@link dev.parley.application.port.out.user.UserLocks} of both: a message that is sent
 * meanwhile sees the block or comes before it.
 */
public interface Blocks {

    /** Adds the block; false if there was one already, which then stays as it was. */
    boolean add(Block block);

    /** Lifts the block; false if there was none. */
    boolean remove(UserId blocker, UserId blocked);

    /** Whether {@code blocker} blocks {@code blocked}; the other direction does not matter. */
    boolean exists(UserId blocker, UserId blocked);
}
