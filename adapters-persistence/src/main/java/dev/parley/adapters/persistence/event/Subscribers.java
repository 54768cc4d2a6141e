package dev.parley.adapters.persistence.event;

import dev.parley.domain.user.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who on this node wants to know of whose events. A user has as many subscribers as streams. */
final class Subscribers {

    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

    private final Map<UserId, Set<Subscriber>> byUser = new ConcurrentHashMap<>();

    /** @return to be run when it is no longer wanted; more than once does no harm */
    Runnable add(UserId user, Runnable onSignal) {
        Subscriber subscriber = new Subscriber(onSignal);
        byUser.compute(user, (id, others) -> {
            Set<Subscriber> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(subscriber);
            return all;
        });
        return () -> remove(user, subscriber);
    }

    private void remove(UserId user, Subscriber subscriber) {
        byUser.computeIfPresent(user, (id, all) -> {
            all.remove(subscriber);
            return all.isEmpty() ? null : all;
        });
    }

    /** The users whom anybody watches now. */
    Set<UserId> users() {
        return Set.copyOf(byUser.keySet());
    }

    void tell(Collection<UserId> users) {
        users.forEach(user -> byUser.getOrDefault(user, Set.of()).forEach(Subscriber::tell));
    }

    void tellAll() {
        tell(byUser.keySet());
    }

    /** Equal to nobody but itself: the same {@code onSignal} may be subscribed twice. */
    private static final class Subscriber {

        private final Runnable onSignal;

        Subscriber(Runnable onSignal) {
            this.onSignal = onSignal;
        }

        void tell() {
            try {
                onSignal.run();
            } catch (RuntimeException e) { // it would fail whoever has just committed, and keep others from being told
                LOG.error("a subscriber to events threw, which it must not", e);
            }
        }
    }
}
