package dev.parley.application.port.out.limit;

import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.PermitResults;
import java.util.List;

/**
 * Rate limits in the memory of each node, for frequent requests: no call waits for a store. With N nodes, a client that
 * reaches all of them has N times the permits.
 *
 * <p>The number of buckets is bounded. A client whose bucket was evicted starts with a full one.
 */
public interface NodeLimits {

    /**
     * Takes the permit if it is available. Concurrent calls on one node never take more permits than the limit has, and take all
     * that it has.
     */
    PermitResult take(NeededPermit permit);

    /**
     * Takes all permits, or none if one of them is not available. Concurrent calls never take more permits than a limit has. While
     * one limit refuses a call, other calls may briefly see one permit fewer in its other limits.
     *
     * @param permits each with another limit or key; an empty list is granted
     * @return the state of each limit in the order of the permits; when refused, those whose permit is available are marked as granted
     */
    PermitResults take(List<NeededPermit> permits);

    /** The state of each limit in the order of the permits, without taking any: granted if the permit is available. */
    PermitResults look(List<NeededPermit> permits);
}
