package dev.parley.adapters.rest.v1.inbox;

import dev.parley.adapters.rest.uri.QueryString;
import dev.parley.adapters.rest.v1.error.ProblemException;
import dev.parley.adapters.rest.v1.page.Paging;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.inbox.InboxQueries.Query;
import dev.parley.domain.inbox.InboxPlace;
import dev.parley.domain.user.UserId;

/** A request for a page of the inbox. A cursor is valid with and without the filter. */
record InboxRequest(boolean unreadOnly, Paging<InboxPlace> paging) {

    private static final String UNREAD = "unread";

    /** @throws jakarta.ws.rs.WebApplicationException with a 400 if the query is invalid */
    static InboxRequest read(QueryString query) {
        boolean unreadOnly =
                query.lastValue("filter").map(InboxRequest::isUnread).orElse(false);
        return new InboxRequest(unreadOnly, Paging.asked(query, InboxCursors.CODEC));
    }

    Query by(UserId owner) {
        return new Query(owner, unreadOnly, paging.after(), paging.limit());
    }

    private static boolean isUnread(String filter) {
        if (!filter.equals(UNREAD)) {
            throw new ProblemException(ProblemCode.BAD_PARAMETER, "The only filter is \"" + UNREAD + "\".");
        }
        return true;
    }
}
