package dev.parley.application.testkit;

import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.shared.PageLimit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

public final class InMemoryActivityOutbox implements ActivityOutbox {

    private final InMemoryStateStore store;

    public InMemoryActivityOutbox(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public void record(Activity activity) {
        store.requireUnitOfWork("an activity");
        ActivityId id = new ActivityId(new UUID(0, store.nextId()));
        store.write(state -> state.outbox().put(id, new RecordedActivity(id, activity)));
    }

    @Override
    public List<RecordedActivity> oldest(int limit) {
        PageLimit.require(limit, MAX_BATCH);
        return store.read(state -> state.outbox().values().stream().limit(limit).toList());
    }

    @Override
    public void remove(Set<ActivityId> ids) {
        store.write(state -> state.outbox().keySet().removeAll(ids));
    }

    @Override
    public Backlog backlog() {
        return store.read(state -> {
            Optional<Instant> oldest = state.outbox().values().stream()
                    .map(entry -> entry.activity().at())
                    .findFirst();
            return new Backlog(state.outbox().size(), oldest);
        });
    }
}
