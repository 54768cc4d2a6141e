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
 * Everybody who follows in one way on this node, within bounds.
 *
 * <p>A session that opens one too many has its oldest ended: phones lose connections without noticing, and one that is
 * refused for the sake of dead ones would be locked out until these are found dead.
 */
public final class Followers {

    private final Semaphore places;
    private final int perSession;
    private final Set<Follower> all = ConcurrentHashMap.newKeySet();
    private final Map<SessionId, Deque<Follower>> bySession = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> deserted = new CompletableFuture<>();
    private volatile boolean closed;

    /**
     * @param max most of all sessions together
     * @param perSession most of one session
     */
    public Followers(int max, int perSession) {
        this.places = new Semaphore(max);
        this.perSession = perSession;
    }

    /**
     * Lets one in; it must {@link #leave} in the end.
     *
     * @return false if there is no place, or no longer any
     */
    public boolean admit(Follower newcomer) {
        if (closed || !places.tryAcquire()) {
            return false;
        }
        all.add(newcomer);
        bySession.compute(
                newcomer.session(), (session, open) -> joined(open == null ? new ArrayDeque<>() : open, newcomer));
        if (closed) {
            newcomer.end(Ending.SHUTDOWN); // it came in while the others were being counted
        }
        return true;
    }

    private Deque<Follower> joined(Deque<Follower> open, Follower newcomer) {
        open.addLast(newcomer);
        if (open.size() > perSession) {
            open.removeFirst().end(Ending.REPLACED);
        }
        return open;
    }

    /** Gives up the place of one that was let in. */
    public void leave(Follower leaver) {
        bySession.computeIfPresent(leaver.session(), (session, open) -> {
            open.remove(leaver);
            return open.isEmpty() ? null : open;
        });
        all.remove(leaver);
        places.release();
        if (closed && all.isEmpty()) {
            deserted.complete(null);
        }
    }

    public int count() {
        return all.size();
    }

    public List<Follower> all() {
        return List.copyOf(all);
    }

    /**
     * Lets nobody in from now on; whoever is here must still be asked to end.
     *
     * @return who is here, and when all have left
     */
    public Farewell close() {
        closed = true;
        List<Follower> left = all();
        if (left.isEmpty()) {
            deserted.complete(null);
        }
        return new Farewell(left, deserted);
    }

    /** @param deserted completes when the last one has left */
    public record Farewell(List<Follower> left, CompletableFuture<Void> deserted) {

        public Farewell {
            left = List.copyOf(left);
        }
    }
}
