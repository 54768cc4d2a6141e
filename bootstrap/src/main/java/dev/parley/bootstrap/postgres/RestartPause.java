package dev.parley.bootstrap.postgres;

import java.time.Duration;

/**
 * How long to wait before the next attempt to start a server again: at first not at all, then a second, each time twice
 * as long as before, and never longer than half a minute.
 */
record RestartPause(Duration length) {

    static final RestartPause FIRST = new RestartPause(Duration.ZERO);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    RestartPause next() {
        if (length.isZero()) {
            return new RestartPause(SHORTEST);
        }
        Duration doubled = length.multipliedBy(2);
        return new RestartPause(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
    }
}
