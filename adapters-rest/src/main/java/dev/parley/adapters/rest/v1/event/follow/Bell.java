package dev.parley.adapters.rest.v1.event.follow;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes the one thread that listens to it. It says no more than "look": rung twice it is heard once, and rung while nobody
 * listens it is heard when somebody does.
 */
public final class Bell {

    private final Semaphore rings = new Semaphore(0);

    /** Neither waits nor throws. */
    public void ring() {
        rings.release();
    }

    /**
     * Waits until it is rung or was already; in vain if {@code nanos} pass before.
     *
     * @return whether it was rung
     */
    public boolean await(long nanos) {
        try {
            boolean rung = rings.tryAcquire(nanos, TimeUnit.NANOSECONDS);
            rings.drainPermits();
            return rung;
        } catch (InterruptedException e) {
            return true; // nobody interrupts these threads; whoever does wants something to happen
        }
    }
}
