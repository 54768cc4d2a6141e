package dev.parley.domain.audit;

import dev.parley.domain.user.UserId;
import java.util.Optional;

/**
 * What there is of one user's events.
 *
 * @param head the number that the user's head keeps as the newest
 * @param oldest number of the oldest event kept; 0 if none is
 * @param newest number of the newest event kept; 0 if none is
 * @param count how many are kept
 */
public record EventTally(UserId user, long head, long oldest, long newest, long count) {

    /** Events are numbered without gaps up to the head; empty if they are. */
    public Optional<Finding> finding() {
        boolean isDense = count == 0 || (newest == head && count == newest - oldest + 1);
        return isDense
                ? Optional.empty()
                : Optional.of(new Finding(
                        "events of user " + user.value(),
                        count + " from " + oldest + " to " + newest,
                        "every number from " + oldest + " to " + head));
    }
}
