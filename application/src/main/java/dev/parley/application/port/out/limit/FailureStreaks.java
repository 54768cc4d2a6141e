package dev.parley.application.port.out.limit;

import dev.parley.domain.limit.FailureStreak;
import dev.parley.domain.limit.LimitKey;
import java.time.Instant;

/** Who has failed how often in a row, for all nodes together. Times carry at most microseconds. */
public interface FailureStreaks {

    /** {@link FailureStreak#NONE} if there is none. */
    FailureStreak find(LimitKey key);

    /**
     * Notes one more failure, at {@code now}. Of many at once none is lost.
     *
     * @param forgottenBefore a streak whose last failure is older begins anew
     */
    void add(LimitKey key, Instant now, Instant forgottenBefore);

    /** Ends the streak, if there is one. */
    void end(LimitKey key);

    /** Forgets streaks whose last failure was before {@code before}, no more than some thousands; how many. */
    int removeBefore(Instant before);
}
