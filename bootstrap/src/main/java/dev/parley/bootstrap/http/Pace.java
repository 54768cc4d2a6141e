package dev.parley.bootstrap.http;

import java.time.Duration;

/**
 * How long a client may keep the thread of its request waiting.
 *
 * @param isForAll whether that is in all, or each time
 */
public record Pace(Duration limit, boolean isForAll) {

    /** Of an answer so much may be gone although its client has taken none: what the kernel holds, and what the server gathers. */
    private static final int NOBODYS_BYTES = 2 * WaitingAnswer.SEND_BUFFER_BYTES + 4 * WaitingAnswer.PIECE;

    public static Pace inAll(Duration limit) {
        return new Pace(limit, true);
    }

    /**
     * Each time. What was quick before counts for nothing: the kernel takes megabytes of what no client has taken, and they
     * would buy it hours.
     */
    public static Pace eachTime(Duration limit) {
        return new Pace(limit, false);
    }

    /** How many of the bytes that went over are certainly the client's doing. */
    long earned(long bytes) {
        return isForAll ? bytes : Math.max(0, bytes - NOBODYS_BYTES);
    }

    /**
     * @param now nanoseconds that it is being waited for
     * @param all nanoseconds that it was waited for since the beginning, these among them
     */
    boolean isKept(long now, long all) {
        return (isForAll ? all : now) <= limit.toNanos();
    }
}
