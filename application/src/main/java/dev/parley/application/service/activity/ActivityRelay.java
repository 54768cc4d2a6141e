package dev.parley.application.service.activity;

import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.activity.ActivityOutbox.Entry;
import dev.parley.application.port.out.activity.RelayLeadership;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Moves activities from the outbox to the log store in batches.
 *
 * <p>It first appends, then removes. After a crash between the two steps, the append is repeated and the log store skips known
 * ids, so each activity is logged exactly once. The relay has no loop and no clock; its caller schedules it.
 */
public final class ActivityRelay {

    private final RelayLeadership leadership;
    private final ActivityOutbox outbox;
    private final ActivityLog log;
    private final int batch;

    /** @param batch maximum number of entries per turn, 1 to {@value ActivityOutbox#MAX_BATCH} */
    public ActivityRelay(RelayLeadership leadership, ActivityOutbox outbox, ActivityLog log, int batch) {
        if (batch < 1 || batch > ActivityOutbox.MAX_BATCH) {
            throw new IllegalArgumentException("batch must be 1.." + ActivityOutbox.MAX_BATCH + ", was " + batch);
        }
        this.leadership = leadership;
        this.outbox = outbox;
        this.log = log;
        this.batch = batch;
    }

    /** Relays the oldest batch if this node leads. */
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

    /** Gives up the leadership, so that another node can relay. */
    public void resign() {
        leadership.resign();
    }

    /** The result of one turn. */
    public sealed interface Turn {

        /** @param more whether the batch was full, so that more entries are likely */
        record Relayed(int count, boolean more) implements Turn {}

        /** Another node leads. */
        record NotLeading() implements Turn {}
    }
}
