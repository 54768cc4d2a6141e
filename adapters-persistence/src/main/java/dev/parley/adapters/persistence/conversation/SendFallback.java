package dev.parley.adapters.persistence.conversation;

import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sends the drafts of a failed batch individually, a few at a time, so that other requests keep their connections. */
final class SendFallback {

    private static final int MAX_CONCURRENT = 2;

    private final JdbiMessageSending sending;
    private final Duration timeout;
    private final Semaphore permits = new Semaphore(MAX_CONCURRENT, true);

    /** @param timeout how long a send waits for its turn before it is refused */
    SendFallback(JdbiMessageSending sending, Duration timeout) {
        this.sending = sending;
        this.timeout = timeout;
    }

    SendResult send(MessageDraft draft) {
        awaitTurn();
        try {
            return sending.send(draft);
        } finally {
            permits.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!permits.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new UnavailableException(Dependency.SENDING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(Dependency.SENDING, e);
        }
    }
}
