package dev.parley.domain.testkit;

import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Something that holds for any random case.
 *
 * <p>Every run takes new cases. A failure names its seed, and {@code -Dparley.seed=...} repeats that case alone.
 */
public final class Property {

    private static final String SEED = "parley.seed";

    private Property() {}

    public static void holds(int cases, Consumer<Random> property) {
        Long wanted = Long.getLong(SEED);
        long first = System.nanoTime();
        LongStream seeds = wanted == null ? LongStream.range(first, first + cases) : LongStream.of(wanted);
        seeds.forEach(seed -> check(seed, property));
    }

    private static void check(long seed, Consumer<Random> property) {
        try {
            property.accept(new Random(seed));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("does not hold; repeat it with -D" + SEED + "=" + seed, e);
        }
    }
}
