package dev.parley.application.port.in.block;

import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A user lists the users that they block. */
public interface ListBlocksUseCase {

    /** Maximum number of blocks in a result. */
    int MAX_LIMIT = 200;

    /** In the order of the blocked users' ids; at most the query's limit. */
    List<BlockedUser> list(Query query);

    /**
     * @param after returns only users with higher ids; empty to start at the beginning
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    record Query(UserId blocker, Optional<UserId> after, int limit) {}

    record BlockedUser(UserId id, Username username, Instant since) {}
}
