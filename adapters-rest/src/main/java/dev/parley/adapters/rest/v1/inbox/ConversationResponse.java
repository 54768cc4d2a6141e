package dev.parley.adapters.rest.v1.inbox;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.adapters.rest.v1.message.MessageName;
import dev.parley.adapters.rest.v1.message.MessageResponse;
import dev.parley.application.port.in.inbox.InboxQueries.InboxEntry;
import dev.parley.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of the caller.
 *
 * @param peer the other user; the caller's own name in a conversation with oneself
 * @param readUpTo the id of the newest message that the caller has read; null if none
 * @param peerReadUpTo the id of the newest message that the other user has read; null if none
 */
record ConversationResponse(
        String peer,
        MessageResponse lastMessage,
        long unreadCount,
        boolean blocked,
        @Nullable String readUpTo,
        @Nullable String peerReadUpTo)
        implements V1Body {

    static ConversationResponse of(InboxEntry entry, UserId owner) {
        boolean isOwn = entry.lastMessage().sender().equals(owner);
        return new ConversationResponse(
                entry.peer().value(),
                isOwn
                        ? MessageResponse.of(entry.lastMessage(), entry.owner(), entry.peer())
                        : MessageResponse.of(entry.lastMessage(), entry.peer(), entry.owner()),
                entry.unread(),
                entry.blocked(),
                entry.readUpTo().map(MessageName::of).orElse(null),
                entry.peerReadUpTo().map(MessageName::of).orElse(null));
    }
}
