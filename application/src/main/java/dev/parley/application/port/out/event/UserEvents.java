package dev.parley.application.port.out.event;

import dev.parley.domain.event.EventDraft;
import dev.parley.domain.event.EventLogState;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/**
 * The event log of every user: what their devices must learn, numbered 1, 2, 3 and so on in the order of commits.
 *
 * <p>It is read from the state store itself and never from a copy that may lag; what is in it is read by
 * {@link EventReadings}.
 */
public interface UserEvents {

    /**
     * Numbers the drafts in their order ({@link dev.parley.domain.event.EventNumbering}) and appends them. Once the unit of
     * work has committed, whoever watches the users ({@link EventSignals}) is told; if it fails nobody is, and the numbers
     * are given to the next.
     *
     * <p>Called under the {@link dev.parley.application.port.out.user.UserLocks} of every draft's user.
     *
     * @throws IllegalArgumentException if a draft's user does not exist
     * @throws IllegalStateException outside {@link dev.parley.application.port.out.shared.UnitOfWork#execute}
     */
    void append(List<EventDraft> drafts);

    /** Of a user who does not exist there is nothing: oldest 1, head 0. */
    EventLogState state(UserId user);

    /**
     * Forgets events that happened before {@code before}, and those of the same user with lower numbers: what is kept of a
     * user has no gap. One call forgets those of some users; what is numbered never gets the number of another. A user
     * whom somebody has locked is left to the next time, so that nobody waits.
     *
     * @return how many it forgot; 0 when none is left, or none but of users who are locked
     */
    int removeBefore(Instant before);

    /**
     * Forgets all events of the user; the numbers go on from where they were. Whoever watches the user may be told: what
     * they follow has ended.
     */
    void removeAll(UserId user);
}
