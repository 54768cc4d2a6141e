package dev.parley.domain.audit;

import dev.parley.domain.user.UserId;
import java.util.Optional;

/**
 * The stored events of one user, in numbers.
 *
 * @param head the user's stored head, which should be the number of the newest event
 * @param oldest number of the oldest retained event; 0 if there is none
 * @param newest number of the newest retained event; 0 if there is none
 * @param count number of retained events
 */
public record EventTally(UserId user, long head, long oldest, long newest, long count) {

    /** Empty if the retained events are numbered without gaps up to the head. */
    public Optional<Inconsistency> finding() {
        boolean isDense = count == 0 || (newest == head && count == newest - oldest + 1);
        return isDense
                ? Optional.empty()
                : Optional.of(new Inconsistency(
                        "events of user " + user.value(),
                        count + " from " + oldest + " to " + newest,
                        "every number from " + oldest + " to " + head));
    }
}
