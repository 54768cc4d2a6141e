package dev.parley.application.testkit;

import dev.parley.application.port.out.erasure.Erasures;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** In the order of their beginning, whatever the clock said. */
public final class InMemoryErasures implements Erasures {

    private final InMemoryStateStore store;

    public InMemoryErasures(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public void begin(UserId user, Instant at) {
        store.write(state -> Optional.ofNullable(state.erasures().putIfAbsent(user, Erasure.begun(user))));
    }

    @Override
    public List<Erasure> list(Set<UserId> passedOver) {
        return store.read(state -> state.erasures().values().stream()
                .filter(erasure -> !passedOver.contains(erasure.user()))
                .limit(MAX_PAGE)
                .toList());
    }

    @Override
    public Optional<Erasure> find(UserId user) {
        return store.read(state -> Optional.ofNullable(state.erasures().get(user)));
    }

    @Override
    public void advance(UserId user, ConversationId done) {
        store.write(state -> Optional.ofNullable(state.erasures()
                .computeIfPresent(user, (id, erasure) -> new Erasure(id, Optional.of(done), erasure.told()))));
    }

    @Override
    public void told(UserId user, UserId blocker) {
        store.write(state -> Optional.ofNullable(state.erasures()
                .computeIfPresent(user, (id, erasure) -> new Erasure(id, erasure.done(), Optional.of(blocker)))));
    }

    @Override
    public void finish(UserId user) {
        store.write(state -> Optional.ofNullable(state.erasures().remove(user)));
    }
}
