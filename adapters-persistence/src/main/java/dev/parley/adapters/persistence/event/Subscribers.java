package dev.parley.adapters.persistence.event;

import dev.parley.domain.user.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The subscriptions of this node to the events of users. A user has one for each stream. */
final class Subscribers {

    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

    private final Map<UserId, Set<Subscriber>> byUser = new ConcurrentHashMap<>();

    /** @return ends the subscription; running it again has no effect */
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

    /** The users with a subscription. */
    Set<UserId> users() {
        return Set.copyOf(byUser.keySet());
    }

    void tell(Collection<UserId> users) {
        users.forEach(user -> byUser.getOrDefault(user, Set.of()).forEach(Subscriber::tell));
    }

    void tellAll() {
        tell(byUser.keySet());
    }

    /** Has the identity of an object, because the same {@code onSignal} may be subscribed twice. */
    private static final class Subscriber {

        private final Runnable onSignal;

        Subscriber(Runnable onSignal) {
            this.onSignal = onSignal;
        }

        void tell() {
            try {
                onSignal.run();
            } catch (RuntimeException e) { // it would fail the request that committed, and skip the other subscribers
                LOG.error("A subscriber to events threw an exception; the other subscribers are signalled", e);
            }
        }
    }
}
