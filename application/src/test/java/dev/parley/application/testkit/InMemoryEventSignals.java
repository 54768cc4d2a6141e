package dev.parley.application.testkit;

import dev.parley.application.port.out.event.EventSignals;
import dev.parley.domain.event.Subscription;
import dev.parley.domain.user.UserId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryEventSignals implements EventSignals {

    private final Map<Object, Listener> listeners = new ConcurrentHashMap<>();

    @Override
    public Subscription subscribe(UserId user, Runnable onSignal) {
        Object own = new Object();
        listeners.put(own, new Listener(user, onSignal));
        return () -> listeners.remove(own);
    }

    void signal(Set<UserId> users) {
        listeners.values().stream()
                .filter(listener -> users.contains(listener.user()))
                .forEach(listener -> listener.onSignal().run());
    }

    private record Listener(UserId user, Runnable onSignal) {}
}
