package dev.parley.domain.conversation;

import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;
import java.time.Instant;

/**
 * A message that its sender has written and its conversation has not yet taken.
 *
 * @param writtenAt the sender's request as our clock saw it; the conversation may give a slightly later time
 * @param origin where it was sent from, for the activity log
 */
public record MessageDraft(UserId sender, UserId receiver, MessageContent content, Instant writtenAt, Origin origin) {

    public Participants participants() {
        return Participants.of(sender, receiver);
    }
}
