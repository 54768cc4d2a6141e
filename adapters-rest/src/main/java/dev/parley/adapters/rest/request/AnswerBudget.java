package dev.parley.adapters.rest.request;

import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * How much memory large answers may hold while their readers take their time.
 *
 * <p>A page of history can be 26 MB, and a client may read it as slowly as it likes: without a bound, a few dozen such
 * clients would be all the memory there is. Small answers pass; the number of threads bounds them.
 */
public final class AnswerBudget {

    /** Answers up to so many bytes are small. */
    public static final int SMALL = 64 * 1024;

    private static final int HEAP_SHARE = 8;
    private static final int UNIT = 1024;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Semaphore units;
    private final int small;

    /** Room for one answer; gives it back when closed. */
    @FunctionalInterface
    public interface Room extends AutoCloseable {

        @Override
        void close();
    }

    /** An eighth of the heap: large answers are there as objects, too, and others live beside them. */
    public static AnswerBudget ofHeap() {
        return new AnswerBudget(Runtime.getRuntime().maxMemory() / HEAP_SHARE);
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
        this.units = new Semaphore(Math.toIntExact(Math.min(bytes / UNIT, Integer.MAX_VALUE)));
    }

    /**
     * Writes the answer; returns when its reader has it.
     *
     * @throws UnavailableException if it is large and the others leave no room for it; nothing is written then
     */
    public void write(byte[] answer, OutputStream stream) throws IOException {
        try (Room room = take(answer.length)
                .orElseThrow(() -> new UnavailableException(Dependency.ANSWER_MEMORY, RETRY_AFTER))) {
            stream.write(answer);
        }
    }

    /** Room for so many bytes; empty if they are many and the others leave none for them. */
    public Optional<Room> take(int bytes) {
        if (bytes <= small) {
            return Optional.of(() -> {});
        }
        int cost = Math.ceilDiv(bytes, UNIT);
        return units.tryAcquire(cost) ? Optional.of(() -> units.release(cost)) : Optional.empty();
    }
}
