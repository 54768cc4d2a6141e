package dev.parley.application.port.out.limit;

import dev.parley.domain.limit.Claim;
import dev.parley.domain.limit.Quotas;
import java.time.Instant;
import java.util.List;

/** Limits that all nodes keep together, for what is rare. Times carry at most microseconds. */
public interface SharedLimits {

    /**
     * Takes one unit for each claim, or nothing if there is not one for each. Of many who claim at once, on whatever nodes,
     * exactly as many are granted as there are units. It is done when this returns, whatever unit of work comes after.
     *
     * @param claims each of another limit or key; none are granted
     * @return what there is of each, in the order of the claims; those that alone would have been granted say so
     * @throws IllegalStateException in a unit of work, which others would wait for
     * @throws dev.parley.domain.shared.UnavailableException if nobody knows what there is: nothing was taken, or it was and
     *     will come back
     */
    Quotas claim(List<Claim> claims, Instant now);

    /**
     * Gives one unit back for each claim that was granted; what is full stays full. If nobody knows what there is nothing is
     * given back, and comes back in its time: what was done does not fail by it.
     *
     * @return what there is of each then; none if nobody knows
     * @throws IllegalStateException in a unit of work
     */
    Quotas giveBack(List<Claim> claims, Instant now);

    /** Forgets those that have all of their limit again at {@code now}, no more than some thousands; how many. */
    int removeFull(Instant now);
}
