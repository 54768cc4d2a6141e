package dev.parley.application.testkit;

import dev.parley.application.port.out.event.UserEvents;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.event.EventLogState;
import dev.parley.domain.event.EventNumbering;
import dev.parley.domain.event.EventNumbering.Numbered;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

public final class InMemoryUserEvents implements UserEvents {

    private final InMemoryStateStore store;
    private final InMemoryEventEpochs epochs;
    private final InMemoryEventSignals signals;

    public InMemoryUserEvents(InMemoryStateStore store, InMemoryEventEpochs epochs, InMemoryEventSignals signals) {
        this.store = store;
        this.epochs = epochs;
        this.signals = signals;
    }

    @Override
    public void append(List<EventDraft> drafts) {
        store.requireUnitOfWork("an event");
        store(store.read(state -> new EventNumbering(state.heads()).number(drafts)));
    }

    /** Stores numbered events and signals their users after the commit. */
    void store(Numbered numbered) {
        Set<UserId> users = numbered.events().stream().map(UserEvent::user).collect(Collectors.toSet());
        store.write(state -> {
            state.heads().putAll(numbered.heads());
            return state.events().addAll(numbered.events());
        });
        store.afterCommit(() -> signals.signal(users));
    }

    @Override
    public EventLogState state(UserId user) {
        return store.read(state -> {
            long head = state.heads().getOrDefault(user, 0L);
            long oldest = state.events().stream()
                    .filter(event -> event.user().equals(user))
                    .mapToLong(UserEvent::seq)
                    .min()
                    .orElse(head + 1);
            return new EventLogState(epochs.current(), oldest, head);
        });
    }

    @Override
    public int removeBefore(Instant before) {
        return store.write(state -> {
            Map<UserId, Long> last = new HashMap<>();
            state.events().stream()
                    .filter(event -> event.at().isBefore(before))
                    .forEach(event -> last.merge(event.user(), event.seq(), Math::max));
            int count = state.events().size();
            state.events().removeIf(event -> event.seq() <= last.getOrDefault(event.user(), 0L));
            return count - state.events().size();
        });
    }

    @Override
    public void removeAll(UserId user) {
        store.write(state -> state.events().removeIf(event -> event.user().equals(user)));
    }
}
