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
     * Takes one permit if available; a refused claim takes nothing. Of concurrent claims on one node, exactly as many are granted
     * as there are permits.
     */
    PermitResult claim(NeededPermit claim);

    /**
     * Takes one permit for each claim, or none if a permit is missing for any of them. Concurrent claims are never granted more
     * permits than there are. While a claim is being refused by one limit, others may briefly see one permit fewer in another.
     *
     * @param claims each with another limit or key; an empty list is granted
     * @return the state of each limit in the order of the claims; when refused, those with a permit are marked as granted
     */
    PermitResults claim(List<NeededPermit> claims);

    /** The state of each limit in the order of the claims, without taking a permit: granted if one is available. */
    PermitResults look(List<NeededPermit> claims);
}
