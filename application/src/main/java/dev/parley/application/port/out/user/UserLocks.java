package dev.parley.application.port.out.user;

import dev.parley.domain.user.UserId;
import java.util.Set;

/**
 * The locks that protect all shared state of two users.
 *
 * <p>Units of work wait for no other locks, and the lower id is always locked first, so deadlocks are impossible.
 */
public interface UserLocks {

    /**
     * Locks both users until the current unit of work ends; waits while another unit of work holds either of them.
     *
     * @param one may equal {@code other}
     * @return the erased ones of the two users; while they are locked, this does not change
     * @throws IllegalArgumentException if one of the users does not exist
     * @throws IllegalStateException outside {@link dev.parley.application.port.out.shared.UnitOfWork#execute}
     * @throws dev.parley.domain.shared.UnavailableException if the wait takes too long
     */
    Set<UserId> lock(UserId one, UserId other);
}
