package dev.parley.adapters.rest.v1.event.poll;

import dev.parley.adapters.rest.uri.QueryString;
import dev.parley.adapters.rest.v1.error.ProblemException;
import dev.parley.adapters.rest.v1.event.EventCursors;
import dev.parley.adapters.rest.v1.page.Paging;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.domain.event.EventCursor;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameters of a poll.
 *
 * @param after the cursor to continue from; empty for events after now
 * @param limit the maximum number of events, 1 to 200
 * @param patience how long to wait for the first event
 */
public record PollQuery(Optional<EventCursor> after, int limit, Duration patience) {

    /** Below 30 seconds, after which proxies may close an idle connection. */
    public static final int MAX_WAIT_SECONDS = 25;

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]?");

    /** @throws jakarta.ws.rs.WebApplicationException with a 400 if a parameter is invalid */
    static PollQuery read(QueryString query) {
        Paging.forwards(query);
        return new PollQuery(
                query.lastValue("after").map(EventCursors.CODEC::decode),
                Paging.limit(query),
                query.lastValue("wait").map(PollQuery::seconds).orElse(Duration.ofSeconds(MAX_WAIT_SECONDS)));
    }

    private static Duration seconds(String text) {
        if (NUMBER.matcher(text).matches() && Integer.parseInt(text) <= MAX_WAIT_SECONDS) {
            return Duration.ofSeconds(Integer.parseInt(text));
        }
        throw new ProblemException(
                ProblemCode.BAD_PARAMETER, "The wait is a whole number of seconds from 0 to " + MAX_WAIT_SECONDS + ".");
    }
}
