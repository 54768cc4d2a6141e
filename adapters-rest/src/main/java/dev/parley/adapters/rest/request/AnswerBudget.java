package dev.parley.adapters.rest.request;

import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
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

    /** An eighth of the heap: large answers are there as objects, too, and others live beside them. */
    public static AnswerBudget ofHeap() {
        return new AnswerBudget(Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    /** @param bytes for all large answers together */
    public AnswerBudget(long bytes) {
        this.units = new Semaphore(Math.toIntExact(Math.min(bytes / UNIT, Integer.MAX_VALUE)));
    }

    /**
     * Writes the answer; returns when its reader has it.
     *
     * @throws UnavailableException if it is large and the others leave no room for it; nothing is written then
     */
    public void write(byte[] answer, OutputStream stream) throws IOException {
        if (answer.length <= SMALL) {
            stream.write(answer);
            return;
        }
        int cost = Math.ceilDiv(answer.length, UNIT);
        if (!units.tryAcquire(cost)) {
            throw new UnavailableException(Dependency.ANSWER_MEMORY, RETRY_AFTER);
        }
        try {
            stream.write(answer);
        } finally {
            units.release(cost);
        }
    }
}
