package dev.parley.domain.conversation;

import java.time.Instant;

/**
 * The last use of a key by its sender.
 *
 * @param message the message that was stored under the key
 */
public record UsedKey(RequestFingerprint fingerprint, Message message, Instant usedAt) {

    /** What the earlier use means for another send under the key. */
    public enum Verdict {
        /** The {@link IdempotencyKey#LIFETIME} is over: the key counts as unused. */
        EXPIRED,
        /** The client repeats the send. */
        REPEATED,
        /** The client uses the key for another send, which is a bug of the client. */
        REUSED
    }

    public Verdict verdictOn(MessageDraft draft) {
        if (!draft.writtenAt().isBefore(usedAt.plus(IdempotencyKey.LIFETIME))) {
            return Verdict.EXPIRED;
        }
        return fingerprint.equals(draft.fingerprint()) ? Verdict.REPEATED : Verdict.REUSED;
    }
}
