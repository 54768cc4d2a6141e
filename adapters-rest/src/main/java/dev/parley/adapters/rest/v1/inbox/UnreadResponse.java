package dev.parley.adapters.rest.v1.inbox;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.domain.inbox.UnreadTotals;

/**
 * How much there is that the caller has not read.
 *
 * @param total messages
 * @param conversations in how many conversations they are
 */
record UnreadResponse(long total, long conversations) implements V1Body {

    static UnreadResponse of(UnreadTotals totals) {
        return new UnreadResponse(totals.messages(), totals.conversations());
    }
}
