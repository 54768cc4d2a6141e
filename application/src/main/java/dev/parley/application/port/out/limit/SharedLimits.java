package dev.parley.application.port.out.limit;

import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.PermitResults;
import java.time.Instant;
import java.util.List;

/** Rate limits shared by all nodes, for infrequent operations. Times have at most microsecond precision. */
public interface SharedLimits {

    /**
     * Takes all permits, or none if one of them is not available. Concurrent calls on all nodes never take more permits than a
     * limit has, and take all that it has. The change is committed when this returns.
     *
     * @param permits each with another limit or key; an empty list is granted
     * @return the state of each limit in the order of the permits; when refused, those whose permit is available are marked as granted
     * @throws IllegalStateException in a unit of work, because other clients would wait for its end
     * @throws dev.parley.domain.shared.UnavailableException if the store is unavailable; permits may have been taken, and are
     *     then regained with time
     */
    PermitResults take(List<NeededPermit> permits, Instant now);

    /**
     * Refunds permits that were taken; a full bucket stays full. If the store is unavailable, nothing is refunded and
     * no exception is thrown, because the caller's operation must not fail.
     *
     * @return the state of each limit after the refund; empty if the store is unavailable
     * @throws IllegalStateException in a unit of work
     */
    PermitResults refund(List<NeededPermit> permits, Instant now);

    /** Deletes up to some thousands of buckets that are full at {@code now}; returns their number. */
    int removeFull(Instant now);
}
