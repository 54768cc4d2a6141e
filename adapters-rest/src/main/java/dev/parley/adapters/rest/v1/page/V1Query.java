package dev.parley.adapters.rest.v1.page;

import dev.parley.adapters.rest.uri.QueryString;
import dev.parley.adapters.rest.v1.description.Parameter;
import dev.parley.adapters.rest.v1.error.ProblemException;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query of a request to v1: parameters that v1 has come once, others are ignored. */
public interface V1Query {

    Set<String> NAMES = Stream.concat(
                    Stream.of(Parameter.values())
                            .filter(parameter -> parameter.in().equals("query"))
                            .map(Parameter::parameterName),
                    Stream.of("ticket"))
            .collect(Collectors.toUnmodifiableSet());

    /** @throws jakarta.ws.rs.WebApplicationException with a 400 if it has a parameter of v1 more than once */
    static QueryString of(HttpServletRequest http) {
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
