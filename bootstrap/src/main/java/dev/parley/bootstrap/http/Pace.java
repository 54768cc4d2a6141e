package dev.parley.bootstrap.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long a client may keep the thread of its request waiting.
 *
 * @param grace whatever it sends or takes
 * @param bytesPerSecond what each further second costs it; 0 if there is none to be had
 */
public record Pace(Duration grace, long bytesPerSecond) {

    /** No further time. */
    public static Pace within(Duration grace) {
        return new Pace(grace, 0);
    }

    /**
     * @param bytes that it has sent or taken
     * @param nanos how long it was waited for, in all
     */
    boolean isKept(long bytes, long nanos) {
        return nanos <= grace.toNanos() || nanos - grace.toNanos() <= earned(bytes);
    }

    private long earned(long bytes) {
        return bytesPerSecond == 0 ? 0 : Math.round((double) bytes / bytesPerSecond * TimeUnit.SECONDS.toNanos(1));
    }
}
