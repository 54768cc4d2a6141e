package dev.parley.application.port.out.limit;

import dev.parley.domain.limit.Claim;
import dev.parley.domain.limit.Quota;
import dev.parley.domain.limit.Quotas;
import java.util.List;

/**
 * Limits that each node keeps for itself, for what is asked for often: it waits for nobody. With N nodes a client can have N
 * times as much, if it is let to all of them.
 *
 * <p>How many clients are remembered is bounded. Whoever is forgotten because others came has all of their limit again.
 */
public interface NodeLimits {

    /**
     * Takes one unit of the limit if there is one; a claim that is refused takes nothing. Of many who claim at once, on one
     * node, exactly as many are granted as there are units.
     */
    Quota claim(Claim claim);

    /**
     * Takes one unit for each claim, or nothing if there is not one for each. Of many who claim at once never more are granted
     * than there are units; at the moment at which somebody is refused by one limit, others may find a unit less of another.
     *
     * @param claims each of another limit or key; none are granted
     * @return what there is of each, in the order of the claims; those that alone would have been granted say so
     */
    Quotas claim(List<Claim> claims);

    /** What there is of each, in the order of the claims, and nothing is taken: granted if it could be taken now. */
    Quotas look(List<Claim> claims);
}
