package dev.parley.adapters.rest.v1.page;

import dev.parley.adapters.rest.uri.QueryString;
import dev.parley.adapters.rest.v1.error.ProblemException;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;

/** Reads the query of a request. A parameter of v1 may occur once; unknown parameters are ignored. */
public final class V1Query {

    /** The names that v1 knows, as in openapi.yaml; {@code ticket} is a credential there. */
    public static final Set<String> NAMES =
            Set.of("prefix", "limit", "after", "before", "around", "filter", "type", "wait", "except", "ticket");

    private V1Query() {}

    /** @throws jakarta.ws.rs.WebApplicationException with a 400 if a parameter of v1 is repeated */
    public static QueryString of(HttpServletRequest http) {
        QueryString query = QueryString.parse(http.getQueryString());
        Set<String> found = new HashSet<>();
        query.parameters().stream()
                .map(QueryString.Parameter::name)
                .filter(name -> NAMES.contains(name) && !found.add(name))
                .findFirst()
                .ifPresent(V1Query::refuse);
        return query;
    }

    private static void refuse(String name) {
        throw new ProblemException(ProblemCode.BAD_PARAMETER, "The parameter \"" + name + "\" must not be repeated.");
    }
}
