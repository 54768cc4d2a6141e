package dev.parley.application.service.activity;

import dev.parley.application.port.in.activity.RelayActivitiesUseCase;
import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.activity.RelayLeadership;
import dev.parley.domain.activity.RecordedActivity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * First appends, then removes. After a crash between the two steps, the append is repeated and the log store skips known ids.
 * So each activity is logged exactly once.
 */
public final class RelayActivitiesService implements RelayActivitiesUseCase {

    private final RelayLeadership leadership;
    private final ActivityOutbox outbox;
    private final ActivityLog log;
    private final int batch;

    /** @param batch maximum number of entries per turn, 1 to {@value ActivityOutbox#MAX_BATCH} */
    public RelayActivitiesService(RelayLeadership leadership, ActivityOutbox outbox, ActivityLog log, int batch) {
        if (batch < 1 || batch > ActivityOutbox.MAX_BATCH) {
            throw new IllegalArgumentException("batch must be 1.." + ActivityOutbox.MAX_BATCH + ", was " + batch);
        }
        this.leadership = leadership;
        this.outbox = outbox;
        this.log = log;
        this.batch = batch;
    }

    @Override
    public Turn relay() {
        if (!leadership.lead()) {
            return new Turn.NotLeading();
        }
        List<RecordedActivity> entries = outbox.oldest(batch);
        if (!entries.isEmpty()) {
            log.append(entries);
            outbox.remove(entries.stream().map(RecordedActivity::id).collect(Collectors.toUnmodifiableSet()));
        }
        return new Turn.Relayed(entries.size(), entries.size() == batch);
    }

    @Override
    public void resign() {
        leadership.resign();
    }
}
