package dev.parley.application.port.out.activity;

/**
 * Which one of the cluster's nodes relays.
 *
 * <p>It saves work and keeps the log in order; nothing goes wrong for a moment with two leaders, because appending and
 * removing can both be repeated. So an engine without such locks may let every node lead.
 */
public interface RelayLeadership {

    /**
     * Whether this node leads from now on: it does already, or nobody else does. Never waits for another node. Any
     * thread of the node may ask, and one {@link #resign} ends it however often it was asked.
     */
    boolean lead();

    /** Lets another node lead; does nothing if this one does not. */
    void resign();
}
