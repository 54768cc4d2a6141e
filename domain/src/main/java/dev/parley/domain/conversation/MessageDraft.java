package dev.parley.domain.conversation;

import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that its sender has written and its conversation has not yet taken.
 *
 * @param writtenAt the sender's request as our clock saw it; the conversation may give a slightly later time
 * @param origin where it was sent from, for the activity log
 * @param key by which a repeat is recognised; without one every send is a new one
 */
public record MessageDraft(
        UserId sender,
        UserId receiver,
        MessageContent content,
        Instant writtenAt,
        Origin origin,
        Optional<IdempotencyKey> key) {

    /** A draft that cannot be repeated safely. */
    public MessageDraft(UserId sender, UserId receiver, MessageContent content, Instant writtenAt, Origin origin) {
        this(sender, receiver, content, writtenAt, origin, Optional.empty());
    }

    public Participants participants() {
        return Participants.of(sender, receiver);
    }

    public RequestFingerprint fingerprint() {
        return RequestFingerprint.of(receiver, content);
    }
}
