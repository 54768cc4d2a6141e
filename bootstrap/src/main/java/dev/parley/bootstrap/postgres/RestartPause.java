package dev.parley.bootstrap.postgres;

import java.time.Duration;

/**
 * The pause before the next attempt to start a server: first none, then a second, then twice the pause before, up to half a
 * minute.
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
