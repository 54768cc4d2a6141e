package dev.parley.application.port.in.block;

import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A user looks at whom they block. */
public interface ListBlocksUseCase {

    /** Most blocks that one reading gives. */
    int MAX_LIMIT = 200;

    /** In the order of the blocked users' ids; no more than the query's limit. */
    List<BlockedUser> list(Query query);

    /**
     * @param after id after which to go on; empty for the beginning
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    record Query(UserId blocker, Optional<UserId> after, int limit) {}

    record BlockedUser(UserId id, Username username, Instant since) {}
}
