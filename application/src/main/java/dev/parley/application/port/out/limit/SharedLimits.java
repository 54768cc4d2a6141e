package dev.parley.application.port.out.limit;

import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.PermitResults;
import java.time.Instant;
import java.util.List;

/** Rate limits shared by all nodes, for infrequent operations. Times have at most microsecond precision. */
public interface SharedLimits {

    /**
     * Takes one permit for each claim, or none if a permit is missing for any of them. Of concurrent claims on all nodes, exactly
     * as many are granted as there are permits. The change is committed when this returns.
     *
     * @param claims each with another limit or key; an empty list is granted
     * @return the state of each limit in the order of the claims; when refused, those with a permit are marked as granted
     * @throws IllegalStateException in a unit of work, because other clients would wait for its end
     * @throws dev.parley.domain.shared.UnavailableException if the store is unavailable; permits may have been taken, and are
     *     then regained with time
     */
    PermitResults claim(List<NeededPermit> claims, Instant now);

    /**
     * Refunds one permit for each granted claim; a full bucket stays full. If the store is unavailable, nothing is refunded and
     * no exception is thrown, because the caller's operation must not fail.
     *
     * @return the state of each limit after the refund; empty if the store is unavailable
     * @throws IllegalStateException in a unit of work
     */
    PermitResults refund(List<NeededPermit> claims, Instant now);

    /** Deletes up to some thousands of buckets that are full at {@code now}; returns their number. */
    int removeFull(Instant now);
}
