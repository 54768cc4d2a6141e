package dev.parley.adapters.rest.v1.activity;

import dev.parley.adapters.rest.uri.QueryString;
import dev.parley.adapters.rest.v1.error.ProblemException;
import dev.parley.adapters.rest.v1.page.CursorCodec;
import dev.parley.adapters.rest.v1.page.Paging;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.activity.ActivityQueries.OwnQuery;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.user.UserId;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A request for a page of the caller's activities. A cursor is valid with every type. */
record ActivityRequest(Optional<ActivityType> type, Paging<Long> paging) {

    private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,17}");

    private static final CursorCodec<Long> CURSORS =
            new CursorCodec<>("activity", position -> Long.toString(position), ActivityRequest::position);

    /** @throws jakarta.ws.rs.WebApplicationException with a 400 if the query is invalid */
    static ActivityRequest read(QueryString query) {
        return new ActivityRequest(query.lastValue("type").map(ActivityRequest::type), Paging.asked(query, CURSORS));
    }

    OwnQuery by(UserId actor, Optional<Long> before, int limit) {
        return new OwnQuery(actor, type, before, limit);
    }

    private static ActivityType type(String name) {
        return Stream.of(ActivityType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.BAD_PARAMETER, "There is no such type of activity."));
    }

    private static Optional<Long> position(String text) {
        return POSITION.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
