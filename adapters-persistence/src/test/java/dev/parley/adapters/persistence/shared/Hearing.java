package dev.parley.adapters.persistence.shared;

import dev.parley.domain.user.UserId;
import org.jdbi.v3.core.Handle;

/** The changes of a node that is alone, and hears everything there is until it is deaf. */
public final class Hearing implements AccountChanges {

    private final Changes changes = new Changes();
    private boolean deaf;

    public void becomeDeaf() {
        deaf = true;
    }

    @Override
    public Changes counters() {
        return changes;
    }

    @Override
    public boolean isConnected() {
        return !deaf;
    }

    @Override
    public void publish(Handle transaction, UserId user) {
        transaction.afterCommit(() -> changes.add(user));
    }
}
