package dev.parley.application.port.out.limit;

import dev.parley.domain.limit.Claim;
import dev.parley.domain.limit.Quota;

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
}
