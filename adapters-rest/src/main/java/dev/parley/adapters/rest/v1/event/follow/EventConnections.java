package dev.parley.adapters.rest.v1.event.follow;

import dev.parley.domain.shared.SessionId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * The open streams, or the waiting polls, of this node, within limits.
 *
 * <p>A session that exceeds its limit loses its oldest connection. Phones lose connections without noticing: if new
 * connections were refused instead, the client would be locked out until the server detected the dead ones.
 */
public final class EventConnections {

    private final Semaphore places;
    private final int perSession;
    private final Set<EventConnection> all = ConcurrentHashMap.newKeySet();
    private final Map<SessionId, Deque<EventConnection>> bySession = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean closed;

    /**
     * @param max the limit for all sessions together
     * @param perSession the limit for one session
     */
    public EventConnections(int max, int perSession) {
        this.places = new Semaphore(max);
        this.perSession = perSession;
    }

    /**
     * Adds a connection, which must {@link #leave} in the end.
     *
     * @return false if the limit is reached, or after {@link #close}
     */
    public boolean admit(EventConnection newcomer) {
        if (closed || !places.tryAcquire()) {
            return false;
        }
        all.add(newcomer);
        bySession.compute(
                newcomer.session(), (session, open) -> joined(open == null ? new ArrayDeque<>() : open, newcomer));
        if (closed) {
            newcomer.end(EndReason.SHUTDOWN); // it was added while close() copied the set
        }
        return true;
    }

    private Deque<EventConnection> joined(Deque<EventConnection> open, EventConnection newcomer) {
        open.addLast(newcomer);
        if (open.size() > perSession) {
            open.removeFirst().end(EndReason.REPLACED);
        }
        return open;
    }

    /** Removes a connection that was admitted. */
    public void leave(EventConnection leaver) {
        bySession.computeIfPresent(leaver.session(), (session, open) -> {
            open.remove(leaver);
            return open.isEmpty() ? null : open;
        });
        all.remove(leaver);
        places.release();
        if (closed && all.isEmpty()) {
            drained.complete(null);
        }
    }

    public int count() {
        return all.size();
    }

    public List<EventConnection> all() {
        return List.copyOf(all);
    }

    /**
     * Admits no more connections. The caller must end the open ones.
     *
     * @return the open connections, and a future that completes when all have left
     */
    public Drain close() {
        closed = true;
        List<EventConnection> left = all();
        if (left.isEmpty()) {
            drained.complete(null);
        }
        return new Drain(left, drained);
    }

    /** @param drained completes when the last connection has left */
    public record Drain(List<EventConnection> left, CompletableFuture<Void> drained) {

        public Drain {
            left = List.copyOf(left);
        }
    }
}
