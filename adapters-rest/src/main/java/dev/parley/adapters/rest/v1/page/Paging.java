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
 * The page of a list that a client requests.
 *
 * @param after the place after which it begins; empty for the first page
 * @param limit the most items, 1 to {@value #MAX_LIMIT}
 */
public record Paging<K>(CursorCodec<K> cursors, Optional<K> after, int limit) {

    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    /** The source of the rows: those after a place, in order, at most {@code limit}. */
    @FunctionalInterface
    public interface Source<K, R> {
        List<R> list(Optional<K> after, int limit);
    }

    /** @throws jakarta.ws.rs.WebApplicationException with a 400 if a parameter is invalid */
    public static <K> Paging<K> asked(QueryString query, CursorCodec<K> cursors) {
        forwards(query);
        Optional<K> after = query.lastValue("after").map(cursors::decode);
        return new Paging<>(cursors, after, limit(query));
    }

    /**
     * Refuses {@code before}: most lists have one direction. Ignored, it would return the first page.
     *
     * @throws jakarta.ws.rs.WebApplicationException with a 400 if the query has {@code before}
     */
    public static void forwards(QueryString query) {
        if (query.lastValue("before").isPresent()) {
            throw new ProblemException(ProblemCode.BAD_PARAMETER, "This list has no \"before\"; use \"after\".");
        }
    }

    /**
     * The limit of the query.
     *
     * @throws jakarta.ws.rs.WebApplicationException with a 400 if it is invalid
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
     * Reads the page. After a full one it looks for another row, so that the last page has no {@code next}.
     *
     * @param place the place of a row in the list
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
