package dev.parley.application.port.out.event;

import dev.parley.domain.event.EventDraft;
import dev.parley.domain.event.EventLogState;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/**
 * The event log of each user: events for their devices, numbered 1, 2, 3 and so on in the order of commits.
 *
 * <p>It reads from the primary, never from a replica that may lag. {@link EventPages} reads the events themselves.
 */
public interface UserEvents {

    /**
     * Numbers the drafts in their order ({@link dev.parley.domain.event.EventNumbering}) and appends them. After the commit,
     * subscribers to these users are signalled ({@link EventSignals}). If the unit of work fails, there is no signal, and the
     * numbers are used by the next events.
     *
     * <p>Requires the {@link dev.parley.application.port.out.user.UserLocks} of every draft's user.
     *
     * @throws IllegalArgumentException if a draft's user does not exist
     * @throws IllegalStateException outside {@link dev.parley.application.port.out.shared.UnitOfWork#execute}
     */
    void append(List<EventDraft> drafts);

    /** Returns the extent of the user's log; for an unknown user: oldest 1, head 0. */
    EventLogState state(UserId user);

    /**
     * Deletes events from before {@code before}, and all events of the same user with lower numbers, so that the retained
     * events have no gap. One call covers some of the users. Numbers are never reused. Users who are locked are skipped until a
     * later call, so this does not wait.
     *
     * @return number of deleted events; 0 if none is left except those of locked users
     */
    int removeBefore(Instant before);

    /**
     * Deletes all events of the user; numbering continues where it was. Subscribers to the user may be signalled, because their
     * stream ends.
     */
    void removeAll(UserId user);
}
