package dev.parley.domain.testkit;

import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * A property that holds for any random case. A failure reports the seed of its case and the command that repeats it, which
 * sets {@code -Dparley.seed=...}.
 */
public final class Property {

    private static final String SEED = "parley.seed";

    private Property() {}

    /** Runs use new cases each time. */
    public static void holds(int cases, Consumer<Random> property) {
        long first = System.nanoTime();
        check(LongStream.range(first, first + cases), property);
    }

    /** Runs repeat the one case of the seed. */
    public static void holdsFrom(long seed, Consumer<Random> property) {
        check(LongStream.of(seed), property);
    }

    private static void check(LongStream seeds, Consumer<Random> property) {
        String command = RunningTest.find().map(RunningTest::command).orElse("./parley verify");
        Long wanted = Long.getLong(SEED);
        (wanted == null ? seeds : LongStream.of(wanted)).forEach(seed -> check(seed, property, command));
    }

    private static void check(long seed, Consumer<Random> property, String command) {
        try {
            property.accept(new Random(seed));
        } catch (AssertionError | RuntimeException e) {
            String repeat = command + " -D" + SEED + "=" + seed;
            throw new AssertionError("does not hold with seed " + seed + "; repeat it with\n" + repeat + "\n" + e, e);
        }
    }
}
