package dev.parley.application.port.out.activity;

/**
 * Elects the node of the cluster that relays activities.
 *
 * <p>A single leader avoids duplicate work and keeps the log in order. Two leaders at the same time do no harm, because
 * appending and removing are idempotent. So an adapter without locks may let every node lead.
 */
public interface RelayLeadership {

    /**
     * Makes this node the leader unless another node is. It does not wait for other nodes and may be called repeatedly and from
     * any thread; one {@link #resign} is enough after any number of calls.
     *
     * @return whether this node leads now
     */
    boolean lead();

    /** Gives up the leadership; does nothing if this node does not lead. */
    void resign();
}
