package dev.parley.adapters.rest.request;

import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Bounds the memory that large responses hold while their clients read them.
 *
 * <p>A page of the legacy history can be 26 MB, and a client may read it slowly: without a bound, a few dozen such clients would
 * use up the heap. Small responses pass; the number of threads bounds them.
 */
public final class AnswerBudget {

    /** The size of the largest small response. */
    public static final int SMALL = 64 * 1024;

    private static final int HEAP_SHARE = 8;
    private static final int UNIT = 1024;

    private final int all;
    private final Semaphore units;
    private final int small;

    /** The memory for one response; {@link #close} releases it and must be called once. */
    @FunctionalInterface
    public interface Room extends AutoCloseable {

        @Override
        void close();
    }

    /** An eighth of the heap: large responses exist as objects too, and everything else needs the rest. */
    public static AnswerBudget ofHeap() {
        return ofHeap(SMALL);
    }

    /** @param small the size of the largest small response */
    public static AnswerBudget ofHeap(int small) {
        return new AnswerBudget(Runtime.getRuntime().maxMemory() / HEAP_SHARE, small);
    }

    /** @param bytes for all large responses together */
    public AnswerBudget(long bytes) {
        this(bytes, SMALL);
    }

    /**
     * @param bytes for all large responses together
     * @param small the size of the largest small response
     */
    public AnswerBudget(long bytes, int small) {
        this.small = small;
        this.all = Math.toIntExact(Math.min(bytes / UNIT, Integer.MAX_VALUE));
        this.units = new Semaphore(all);
    }

    /**
     * Reserves memory for a response; empty if the response is large and others leave too little. A response that is larger than
     * the whole budget needs all of it.
     */
    public Optional<Room> take(int bytes) {
        if (bytes <= small) {
            return Optional.of(() -> {});
        }
        int cost = Math.min(Math.ceilDiv(bytes, UNIT), all);
        return units.tryAcquire(cost) ? Optional.of(() -> units.release(cost)) : Optional.empty();
    }
}
