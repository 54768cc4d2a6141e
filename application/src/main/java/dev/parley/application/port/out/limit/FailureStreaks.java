package dev.parley.application.port.out.limit;

import dev.parley.domain.limit.FailureStreak;
import dev.parley.domain.limit.LimitKey;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Consecutive failures per key, shared by all nodes. Times have at most microsecond precision. */
public interface FailureStreaks {

    /** Returns the streak, or {@link FailureStreak#NONE}. */
    FailureStreak find(LimitKey key);

    /**
     * Replaces the streak with the result of {@code change}. Concurrent changes are applied one after the other, so none is
     * lost.
     *
     * @param change called once, with {@link FailureStreak#NONE} if there is no streak; its result has at least one failure
     */
    void change(LimitKey key, UnaryOperator<FailureStreak> change);

    /**
     * Deletes the streak if there is one. If the store is unavailable, the streak stays until it expires and no exception is
     * thrown, because the successful operation must not fail.
     */
    void end(LimitKey key);

    /** Deletes up to some thousands of streaks whose last failure was before {@code before}; returns their number. */
    int removeBefore(Instant before);
}
