package dev.parley.bootstrap.service.fuzz;

import java.util.List;
import java.util.Random;

/** All random choices, from one seed. */
final class FuzzRandom {

    private final Random random;

    FuzzRandom(long seed) {
        this.random = new Random(seed);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** From 0, exclusive of the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // it is only read
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
