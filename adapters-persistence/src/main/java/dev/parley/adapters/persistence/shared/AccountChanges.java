package dev.parley.adapters.persistence.shared;

import dev.parley.domain.user.UserId;
import org.jdbi.v3.core.Handle;

/** Notifies every node of users whose sessions end and of users who are erased. */
public interface AccountChanges {

    /**
     * Counts the changes of this node and of the others. All users count as changed after a time in which this node may have
     * missed notifications.
     */
    Changes counters();

    /** Whether {@link #counters} include every change that another node published until a second ago. */
    boolean isConnected();

    /**
     * Publishes with the commit that sessions of the user end, or that the user is erased. The NOTIFY is part of the
     * transaction, so a crash after the commit cannot lose it. These changes are rare enough for the lock that a NOTIFY takes
     * at the commit.
     */
    void publish(Handle transaction, UserId user);
}
