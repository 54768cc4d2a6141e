package dev.parley.bootstrap.upkeep;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Something that a node does now and then. Every node does it; what one is at the others pass over, or take turns at.
 *
 * @param done what it does, as the log says it behind a number: "expired sessions forgotten"
 * @param much so much at a time says that there is more to do; less can wait until its time has come again
 * @param work does it, or no more of it than keeps nobody waiting, and tells how much that was
 */
public record Chore(String done, Duration interval, int much, IntSupplier work) {

    public Chore {
        if (much < 1) {
            throw new IllegalArgumentException("nothing is no reason to go on");
        }
    }

    /** One that is done until there is nothing to do. */
    public Chore(String done, Duration interval, IntSupplier work) {
        this(done, interval, 1, work);
    }

    /** Whether it is to be done again at once, after so much was done. */
    boolean goesOnAfter(int count) {
        return count >= much;
    }
}
