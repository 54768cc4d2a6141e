package dev.parley.adapters.rest.request;

import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * How much memory large answers may hold while their readers take their time.
 *
 * <p>A page of the classic history can be 26 MB, and a client may read it as slowly as it likes: without a bound, a few dozen such
 * clients would be all the memory there is. Small answers pass; the number of threads bounds them.
 */
public final class AnswerBudget {

    /** Answers up to so many bytes are small. */
    public static final int SMALL = 64 * 1024;

    private static final int HEAP_SHARE = 8;
    private static final int UNIT = 1024;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final int all;
    private final Semaphore units;
    private final int small;

    /** Room for one answer; gives it back when closed, which is once. */
    @FunctionalInterface
    public interface Room extends AutoCloseable {

        @Override
        void close();
    }

    /** An eighth of the heap: large answers are there as objects, too, and others live beside them. */
    public static AnswerBudget ofHeap() {
        return ofHeap(SMALL);
    }

    /** @param small answers up to so many bytes are small */
    public static AnswerBudget ofHeap(int small) {
        return new AnswerBudget(Runtime.getRuntime().maxMemory() / HEAP_SHARE, small);
    }

    /** @param bytes for all large answers together */
    public AnswerBudget(long bytes) {
        this(bytes, SMALL);
    }

    /**
     * @param bytes for all large answers together
     * @param small answers up to so many bytes are small
     */
    public AnswerBudget(long bytes, int small) {
        this.small = small;
        this.all = Math.toIntExact(Math.min(bytes / UNIT, Integer.MAX_VALUE));
        this.units = new Semaphore(all);
    }

    /**
     * Room for so many bytes; empty if they are many and the others leave none for them. What is larger than all of it
     * needs all of it.
     */
    public Optional<Room> take(int bytes) {
        if (bytes <= small) {
            return Optional.of(() -> {});
        }
        int cost = Math.min(Math.ceilDiv(bytes, UNIT), all);
        return units.tryAcquire(cost) ? Optional.of(() -> units.release(cost)) : Optional.empty();
    }

    /** What to say when there is no room: the readers of other answers will have left some before long. */
    public static UnavailableException refusal() {
        return new UnavailableException(Dependency.ANSWER_MEMORY, RETRY_AFTER);
    }
}
