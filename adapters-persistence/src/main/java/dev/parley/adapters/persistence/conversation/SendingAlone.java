package dev.parley.adapters.persistence.conversation;

import dev.parley.application.port.out.conversation.MessageSending.Outcome;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sends the parts of a group that failed, few at a time: they must not take the connections that everybody else needs. */
final class SendingAlone {

    private static final int AT_A_TIME = 2;

    private final JdbiMessageSending sending;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    /** @param patience how long one waits for a place before it is refused */
    SendingAlone(JdbiMessageSending sending, Duration patience) {
        this.sending = sending;
        this.patience = patience;
    }

    Outcome send(MessageDraft draft) {
        awaitTurn();
        try {
            return sending.send(draft);
        } finally {
            places.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new UnavailableException(Dependency.SENDING, SendingLimits.RETRY_AFTER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(Dependency.SENDING, SendingLimits.RETRY_AFTER, e);
        }
    }
}
