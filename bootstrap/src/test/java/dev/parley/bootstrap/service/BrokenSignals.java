package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Repeatedly closes the connections through which nodes notify each other of events. */
final class BrokenSignals implements AutoCloseable {

    private static final int PAUSE_MILLIS = 20;

    private final DatabaseRows rows;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("broken-signals").unstarted(this::run);

    private BrokenSignals(DatabaseRows rows) {
        this.rows = rows;
    }

    static BrokenSignals on(DatabaseRows rows) {
        BrokenSignals broken = new BrokenSignals(rows);
        assertThat(rows.endDirectConnections())
                .as("connections that were ended")
                .isPositive();
        broken.thread.start();
        return broken;
    }

    private void run() {
        try {
            while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                rows.endDirectConnections();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // never interrupted
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
