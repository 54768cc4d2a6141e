package dev.parley.adapters.rest.v1.inbox;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.domain.inbox.UnreadTotals;

/**
 * The unread messages of the caller.
 *
 * @param total the number of messages
 * @param conversations the number of their conversations
 */
record UnreadResponse(long total, long conversations) implements V1Body {

    static UnreadResponse of(UnreadTotals totals) {
        return new UnreadResponse(totals.messages(), totals.conversations());
    }
}
