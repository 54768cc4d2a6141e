package dev.parley.domain.conversation;

import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A message that its sender has written and that is not yet part of a conversation.
 *
 * @param writtenAt when the request arrived, by the clock of the node; the message may get a slightly later time
 * @param origin where the request came from, for the activity log
 * @param key by which Parley recognises a repeat; without one every send is a new message
 */
public record MessageDraft(
        UserId sender,
        UserId receiver,
        MessageContent content,
        Instant writtenAt,
        Origin origin,
        Optional<IdempotencyKey> key) {

    /** A draft without a key. */
    public MessageDraft(UserId sender, UserId receiver, MessageContent content, Instant writtenAt, Origin origin) {
        this(sender, receiver, content, writtenAt, origin, Optional.empty());
    }

    public Participants participants() {
        return Participants.of(sender, receiver);
    }

    /** Sender and receiver; one user for a note to oneself. */
    public Set<UserId> users() {
        return sender.equals(receiver) ? Set.of(sender) : Set.of(sender, receiver);
    }

    public Optional<SenderKey> senderKey() {
        return key.map(own -> new SenderKey(sender, own));
    }

    public RequestFingerprint fingerprint() {
        return RequestFingerprint.of(receiver, content);
    }
}
