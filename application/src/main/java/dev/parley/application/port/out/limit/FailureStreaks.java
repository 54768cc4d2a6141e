package dev.parley.application.port.out.limit;

import dev.parley.domain.limit.FailureStreak;
import dev.parley.domain.limit.LimitKey;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Who has failed how often in a row, for all nodes together. Times carry at most microseconds. */
public interface FailureStreaks {

    /** {@link FailureStreak#NONE} if there is none. */
    FailureStreak find(LimitKey key);

    /**
     * Puts in the place of the streak what {@code change} makes of it. Of many at once none is lost: each changes what the one
     * before has left.
     *
     * @param change asked once; of a streak that is not there, {@link FailureStreak#NONE}. What it gives has a failure
     */
    void change(LimitKey key, UnaryOperator<FailureStreak> change);

    /**
     * Ends the streak, if there is one. If the store is away it stays, and is forgotten when it is old: what succeeded does not
     * fail by it.
     */
    void end(LimitKey key);

    /** Forgets streaks whose last failure was before {@code before}, no more than some thousands; how many. */
    int removeBefore(Instant before);
}
