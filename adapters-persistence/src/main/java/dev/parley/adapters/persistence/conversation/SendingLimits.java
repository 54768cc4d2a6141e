package dev.parley.adapters.persistence.conversation;

import java.time.Duration;

/**
 * What sends may wait for.
 *
 * @param waiting how many may wait at a time, whatever for; the next are refused
 * @param busy how many of these may wait for users whom somebody else has locked; the next are refused. So those who write
 *     to one user cannot take all the places
 * @param patience for how long such a one waits before it is refused
 */
public record SendingLimits(int waiting, int busy, Duration patience) {

    /** When whoever was refused may come again. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    public SendingLimits {
        if (busy < 1 || busy > waiting) {
            throw new IllegalArgumentException("1 to all of those that wait may be busy");
        }
    }
}
