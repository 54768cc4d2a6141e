package dev.parley.domain.limit;

import java.time.Duration;

/**
 * So much in so much time, evenly: a bucket of {@code burst} that one unit comes back to every {@code per / rate}.
 *
 * <p>Whoever has done nothing for long can do {@code burst} at once. In any stretch of time it is at most {@code burst} and
 * what comes back in it.
 *
 * @param name as clients see it: lower-case letters and hyphens
 * @param rate 1 to {@value #MOST}
 * @param per 1 ms to one day
 * @param burst 1 to {@value #MOST}
 */
public record RateLimit(String name, int rate, Duration per, int burst) {

    public static final int MOST = 1_000_000;

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    public RateLimit {
        if (name.isEmpty() || !name.chars().allMatch(letter -> letter == '-' || (letter >= 'a' && letter <= 'z'))) {
            throw new IllegalArgumentException("the name of a limit has lower-case letters and hyphens");
        }
        if (rate < 1 || rate > MOST || burst < 1 || burst > MOST) {
            throw new IllegalArgumentException("a limit allows 1 to " + MOST);
        }
        if (per.compareTo(SHORTEST) < 0 || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a limit is for 1 ms to one day");
        }
    }

    /** So many times as much in the same time, under the same name; no more than there can be. */
    public RateLimit times(int factor) {
        return new RateLimit(name, most(rate, factor), per, most(burst, factor));
    }

    private static int most(int number, int factor) {
        return (int) Math.min(MOST, (long) number * factor);
    }

    /** How long one unit takes to come back. */
    public Duration interval() {
        return Duration.ofNanos(Math.max(1, per.toNanos() / rate));
    }

    /** How long an empty bucket takes to be full: whoever waited so long has all of it again. */
    public Duration fillTime() {
        return interval().multipliedBy(burst);
    }
}
