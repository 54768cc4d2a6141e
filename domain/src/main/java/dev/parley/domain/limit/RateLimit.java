package dev.parley.domain.limit;

import java.time.Duration;

/**
 * A rate limit: a token bucket that holds {@code burst} permits and regains one every {@code per / rate}.
 *
 * <p>An idle client can use {@code burst} permits at once. In any period it can use at most {@code burst} plus the permits
 * regained in that period.
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
            throw new IllegalArgumentException("name must be lower-case letters and hyphens, was '" + name + "'");
        }
        if (rate < 1 || rate > MOST || burst < 1 || burst > MOST) {
            throw new IllegalArgumentException(
                    "rate and burst must be 1.." + MOST + ", were " + rate + " and " + burst);
        }
        if (per.compareTo(SHORTEST) < 0 || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("period must be 1 ms to one day, was " + per);
        }
    }

    /** The same limit with {@code factor} times the rate and burst, each at most {@value #MOST}. */
    public RateLimit times(int factor) {
        return new RateLimit(name, capped(rate, factor), per, capped(burst, factor));
    }

    private static int capped(int number, int factor) {
        return (int) Math.min(MOST, (long) number * factor);
    }

    /** Time in which one permit is regained. */
    public Duration interval() {
        return Duration.ofNanos(Math.max(1, per.toNanos() / rate));
    }

    /** Time in which an empty bucket becomes full. */
    public Duration fillTime() {
        Duration interval = interval(); // Duration.multipliedBy would calculate with BigDecimal, for every request
        return Duration.ofSeconds(interval.getSeconds() * burst, (long) interval.getNano() * burst);
    }
}
