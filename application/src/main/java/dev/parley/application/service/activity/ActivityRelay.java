package dev.parley.application.service.activity;

import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.activity.ActivityOutbox.Entry;
import dev.parley.application.port.out.activity.RelayLeadership;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Carries activities from the outbox to the log store, a batch at a time.
 *
 * <p>First append, then remove. A crash between the two repeats the append, which the log store passes over: so each
 * activity arrives, and arrives once. It has no loop and no clock of its own; whoever runs it decides when.
 */
public final class ActivityRelay {

    private final RelayLeadership leadership;
    private final ActivityOutbox outbox;
    private final ActivityLog log;
    private final int batch;

    /** @param batch most entries that one turn carries, 1 to {@value ActivityOutbox#MAX_BATCH} */
    public ActivityRelay(RelayLeadership leadership, ActivityOutbox outbox, ActivityLog log, int batch) {
        if (batch < 1 || batch > ActivityOutbox.MAX_BATCH) {
            throw new IllegalArgumentException("a batch is 1 to " + ActivityOutbox.MAX_BATCH + " entries");
        }
        this.leadership = leadership;
        this.outbox = outbox;
        this.log = log;
        this.batch = batch;
    }

    /** Carries what waits longest, if this node leads. */
    public Turn relay() {
        if (!leadership.lead()) {
            return new Turn.NotLeading();
        }
        List<Entry> entries = outbox.oldest(batch);
        if (!entries.isEmpty()) {
            log.append(entries);
            outbox.remove(entries.stream().map(Entry::id).collect(Collectors.toUnmodifiableSet()));
        }
        return new Turn.Relayed(entries.size(), entries.size() == batch);
    }

    /** Lets another node relay. */
    public void resign() {
        leadership.resign();
    }

    /** What one turn did. */
    public sealed interface Turn {

        /** @param more whether the batch was full, so that there is probably more */
        record Relayed(int count, boolean more) implements Turn {}

        /** Another node relays. */
        record NotLeading() implements Turn {}
    }
}
