package dev.parley.bootstrap.http;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long one request has waited for its client, to send its body or to take its answer, and what came of it. One thread
 * waits at a time; others look on.
 */
final class ClientWait {

    /** So long a thread may take to wake, on a machine that is busy, before others pay for it. */
    private static final Duration WAKING = Duration.ofSeconds(1);

    private final ClientConnection client;
    private final Pace pace;
    private final LongSupplier nanoTime;
    private final SlowClients clients;
    private volatile long bytes;
    private volatile long earlier;
    private volatile long since;
    private volatile boolean broken;
    private long brokenAt;

    ClientWait(ClientConnection client, Pace pace, LongSupplier nanoTime, SlowClients clients) {
        this.client = client;
        this.pace = pace;
        this.nanoTime = nanoTime;
        this.clients = clients;
    }

    /** Something that blocks until the client has done its part. */
    @FunctionalInterface
    interface Blocking {

        /** @return how many bytes went over; negative if none did */
        int go() throws IOException;
    }

    int during(Blocking blocking) throws IOException {
        since = nanoTime.getAsLong();
        clients.enter(this);
        try {
            int count = blocking.go();
            add(Math.max(count, 0));
            return count;
        } finally {
            clients.leave(this);
            earlier = waited();
        }
    }

    private void add(int count) {
        long sum = bytes + count; // nobody else writes it
        bytes = sum;
    }

    /** Nanoseconds in all, if it waits now. */
    long waited() {
        return earlier + now();
    }

    private long now() {
        return nanoTime.getAsLong() - since;
    }

    boolean isOverdue() {
        return !pace.isKept(now(), waited());
    }

    /** Bytes in a nanosecond; a client of which nothing has come is the slower the longer that is so. */
    double rate() {
        return (pace.earned(bytes) + 1.0) / Math.max(waited(), 1);
    }

    /** Wakes the thread; what was not enough the first time is followed by what is. Only one who looks on may ask for it. */
    void end() {
        long time = nanoTime.getAsLong();
        if (!broken) {
            brokenAt = time;
            broken = true;
            client.end();
        } else if (time - brokenAt > WAKING.toNanos()) {
            client.close();
        }
    }

    boolean isBroken() {
        return broken;
    }
}
