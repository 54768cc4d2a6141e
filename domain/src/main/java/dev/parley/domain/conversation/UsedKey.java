package dev.parley.domain.conversation;

import java.time.Instant;

/**
 * A key that a sender has used, and what came of it.
 *
 * @param message the first answer
 */
public record UsedKey(RequestFingerprint fingerprint, Message message, Instant usedAt) {

    /** What the use of a key before means for a send under it now. */
    public enum Verdict {
        /** It was too long ago: the key is free again. */
        FORGOTTEN,
        /** The same send again: the first answer answers it, and nothing is stored. */
        REPEATED,
        /** Another send under the same key: a mistake of the client's. */
        REUSED
    }

    public Verdict on(MessageDraft draft) {
        if (!draft.writtenAt().isBefore(usedAt.plus(IdempotencyKey.LIFETIME))) {
            return Verdict.FORGOTTEN;
        }
        return fingerprint.equals(draft.fingerprint()) ? Verdict.REPEATED : Verdict.REUSED;
    }
}
