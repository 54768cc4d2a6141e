package dev.parley.adapters.rest.v1.user;

import dev.parley.adapters.rest.uri.QueryString;
import dev.parley.adapters.rest.v1.error.FieldError;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.error.ProblemException;
import dev.parley.adapters.rest.v1.page.CursorCodec;
import dev.parley.adapters.rest.v1.page.Paging;
import dev.parley.adapters.rest.v1.problem.FieldFlaw;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.user.UserQueries.Search;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Optional;

/** A search by name prefix. */
record UserSearch(String prefix, Paging<Username> paging) {

    private static final CursorCodec<Username> CURSORS = new CursorCodec<>("users", Username::value, Username::parse);

    /** @throws jakarta.ws.rs.WebApplicationException if the query is invalid */
    static UserSearch asked(QueryString query) {
        String prefix = query.lastValue("prefix").orElseThrow(() -> new ProblemException(refused(FieldFlaw.REQUIRED)));
        if (prefix.isEmpty()) {
            throw new ProblemException(refused(FieldFlaw.BLANK));
        }
        return new UserSearch(prefix, Paging.asked(query, CURSORS));
    }

    Search search(Optional<Username> after, int limit) {
        return new Search(prefix, after.map(Username::value).orElse(""), limit);
    }

    private static Problem refused(FieldFlaw flaw) {
        return Problem.of(
                ProblemCode.VALIDATION_FAILED,
                List.of(new FieldError("prefix", flaw, "Send the beginning of the names; it must not be empty.")));
    }
}
