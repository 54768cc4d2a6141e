package dev.parley.application.testkit;

import dev.parley.application.port.out.limit.FailureStreaks;
import dev.parley.domain.limit.FailureStreak;
import dev.parley.domain.limit.LimitKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

public final class InMemoryFailureStreaks implements FailureStreaks {

    private final InMemoryStateStore store;

    public InMemoryFailureStreaks(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public FailureStreak find(LimitKey key) {
        return store.read(state -> state.streaks().getOrDefault(key, FailureStreak.NONE));
    }

    @Override
    public void change(LimitKey key, UnaryOperator<FailureStreak> change) {
        store.write(state -> state.streaks()
                .compute(key, (same, before) -> change.apply(before == null ? FailureStreak.NONE : before)));
    }

    @Override
    public void end(LimitKey key) {
        store.write(state -> Optional.ofNullable(state.streaks().remove(key)));
    }

    @Override
    public int removeBefore(Instant before) {
        return store.write(state -> {
            int count = state.streaks().size();
            state.streaks().values().removeIf(streak -> streak.lastAt().isBefore(before));
            return count - state.streaks().size();
        });
    }
}
