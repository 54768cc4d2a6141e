package dev.parley.adapters.persistence.shared;

import dev.parley.domain.user.UserId;
import org.jdbi.v3.core.Handle;

/** Whose sessions end, and who is erased: on this node, and by their word on every other. */
public interface AccountChanges {

    /** Those of this node, those that others told of, and all that may have been while nobody listened. */
    Changes counted();

    /** Whether every word that another node said until a second ago has been heard: or else it may not be counted. */
    boolean areHeard();

    /**
     * Sessions of the user end with this transaction, or the user is erased by it. It tells the other nodes itself, so that
     * none misses it who listens: not even if this node ends between its commit and its next word. That is rare enough for
     * the lock which a NOTIFY takes at its commit.
     */
    void tell(Handle transaction, UserId user);
}
