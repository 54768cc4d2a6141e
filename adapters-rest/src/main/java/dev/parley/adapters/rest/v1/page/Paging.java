package dev.parley.adapters.rest.v1.page;

import dev.parley.adapters.rest.uri.QueryString;
import dev.parley.adapters.rest.v1.error.ProblemException;
import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which page of a list a client asks for.
 *
 * @param after the place after which it begins; empty for the beginning
 * @param limit most items on it, 1 to {@value #MAX_LIMIT}
 */
public record Paging<K>(CursorCodec<K> cursors, Optional<K> after, int limit) {

    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    /** Where rows come from: those after a place, in their order, no more than so many. */
    @FunctionalInterface
    public interface Source<K, R> {
        List<R> list(Optional<K> after, int limit);
    }

    /** @throws jakarta.ws.rs.WebApplicationException with a 400 if a parameter is not as it must be */
    public static <K> Paging<K> asked(QueryString query, CursorCodec<K> cursors) {
        forwards(query);
        Optional<K> after = query.lastValue("after").map(cursors::decode);
        return new Paging<>(cursors, after, limit(query));
    }

    /**
     * Most lists go one way. Whoever wants to go the other is told so, and not given the beginning for it.
     *
     * @throws jakarta.ws.rs.WebApplicationException with a 400 if the way back is asked for
     */
    public static void forwards(QueryString query) {
        if (query.lastValue("before").isPresent()) {
            throw new ProblemException(
                    ProblemCode.BAD_PARAMETER, "There is no \"before\" here: this goes on by \"after\" alone.");
        }
    }

    /**
     * How many are asked for.
     *
     * @throws jakarta.ws.rs.WebApplicationException with a 400 if it is not as it must be
     */
    public static int limit(QueryString query) {
        return query.lastValue("limit").map(Paging::limit).orElse(DEFAULT_LIMIT);
    }

    private static int limit(String text) {
        if (NUMBER.matcher(text).matches() && Integer.parseInt(text) <= MAX_LIMIT) {
            return Integer.parseInt(text);
        }
        throw new ProblemException(ProblemCode.BAD_LIMIT);
    }

    /**
     * The page. A full one is looked beyond, so that the last one never promises another.
     *
     * @param place where a row stands in the list
     */
    public <R> PageResponse page(Source<K, R> source, Function<R, K> place, Function<R, V1Body> item) {
        List<R> rows = source.list(after, limit);
        Optional<K> next = rows.size() < limit
                ? Optional.empty()
                : Optional.of(place.apply(rows.getLast()))
                        .filter(last -> !source.list(Optional.of(last), 1).isEmpty());
        return new PageResponse(
                rows.stream().map(item).toList(), next.map(cursors::encode).orElse(null));
    }
}
