package dev.parley.application.port.out.user;

import dev.parley.domain.user.UserId;
import java.util.Set;

/**
 * The lock under which everything between two users changes.
 *
 * <p>No other lock is ever waited for, and the lower id is always locked first, so writers cannot block each other in a
 * circle.
 */
public interface UserLocks {

    /**
     * Waits until no other unit of work holds either user and holds both until the present one ends.
     *
     * @param one may equal {@code other}
     * @return those of the two who are erased, and stay it; nobody becomes it meanwhile
     * @throws IllegalArgumentException if there is no such user
     * @throws IllegalStateException outside {@link dev.parley.application.port.out.shared.UnitOfWork#execute}
     * @throws dev.parley.domain.shared.UnavailableException if the wait takes too long
     */
    Set<UserId> lock(UserId one, UserId other);
}
