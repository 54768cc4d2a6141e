package dev.parley.adapters.persistence.event;

import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.adapters.persistence.user.UserHeads;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the heads of all watched users at intervals, which finds events whose signal was lost. */
final class HeadTick {

    private static final Logger LOG = LoggerFactory.getLogger(HeadTick.class);

    private final StateStore store;
    private final Subscribers subscribers;
    private final Duration tick;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<Thread> thread = Optional.empty();
    private Map<UserId, Long> seen = Map.of();
    private boolean failing;

    HeadTick(StateStore store, Subscribers subscribers, Duration tick) {
        this.store = store;
        this.subscribers = subscribers;
        this.tick = tick;
    }

    synchronized void start() {
        thread = Optional.of(Thread.ofPlatform().name("event-tick").daemon().start(this::run));
    }

    synchronized void close() {
        closed.countDown();
        thread.ifPresent(OwnConnection::await);
    }

    private void run() {
        try {
            while (!closed.await(tick.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // only await does that, at the end
        }
    }

    private void look() {
        try {
            Set<UserId> watched = subscribers.users();
            if (!watched.isEmpty()) {
                compare(store.with(handle -> UserHeads.seqs(UserHeads.read(handle, watched))));
            }
            failing = false;
        } catch (RuntimeException e) { // otherwise the thread would end unnoticed
            if (!failing) {
                failing = true;
                LOG.warn("Could not read the heads of watched users; the next tick tries again", e);
            }
        }
    }

    /** Also signals users who were not watched at the last tick: a signal may have been lost since. */
    private void compare(Map<UserId, Long> heads) {
        List<UserId> moved = heads.entrySet().stream()
                .filter(head -> !head.getValue().equals(seen.get(head.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        seen = heads;
        subscribers.tell(moved);
    }
}
