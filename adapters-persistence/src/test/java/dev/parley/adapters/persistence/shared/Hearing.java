package dev.parley.adapters.persistence.shared;

import dev.parley.domain.user.UserId;
import org.jdbi.v3.core.Handle;

/** The changes of a single node, which is connected until a test disconnects it. */
public final class Hearing implements AccountChanges {

    private final Changes changes = new Changes();
    private boolean disconnected;

    public void disconnect() {
        disconnected = true;
    }

    @Override
    public Changes counters() {
        return changes;
    }

    @Override
    public boolean isConnected() {
        return !disconnected;
    }

    @Override
    public void publish(Handle transaction, UserId user) {
        transaction.afterCommit(() -> changes.add(user));
    }
}
