package dev.parley.adapters.rest.v1.event.follow;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes the one thread that waits for it. A signal carries no data: several signals before a wait wake it once, and a
 * signal before the wait is not lost.
 */
public final class WakeUp {

    private final Semaphore rings = new Semaphore(0);

    /** Neither waits nor throws. */
    public void signal() {
        rings.release();
    }

    /**
     * Waits for a signal, or returns at once if there was one since the last wait.
     *
     * @return false if {@code nanos} passed without a signal
     */
    public boolean await(long nanos) {
        try {
            boolean rung = rings.tryAcquire(nanos, TimeUnit.NANOSECONDS);
            rings.drainPermits();
            return rung;
        } catch (InterruptedException e) {
            return true; // only a shutdown interrupts these threads, so treat it as a signal
        }
    }
}
