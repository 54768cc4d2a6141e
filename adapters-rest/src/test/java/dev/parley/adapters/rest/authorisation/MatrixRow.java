package dev.parley.adapters.rest.authorisation;

import dev.parley.adapters.rest.authorisation.CallerRole.Column;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One row of the document: a request and the response for each column.
 *
 * @param endpoint as Jersey names it: {@code GET /v1/users/{username}}
 * @param asked the input of the request: a path variable, a query, a JSON body
 */
record MatrixRow(String endpoint, List<String> asked, Map<Column, String> answers) {

    private static final String TELLS_OF_BLOCKS = "(!)";
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /** Parses a line of a Markdown table. */
    static MatrixRow parse(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        Map<Column, String> answers = new EnumMap<>(Column.class);
        Iterator<String> stated = cells.subList(3, 3 + Column.values().length).iterator();
        for (Column column : Column.values()) {
            answers.put(column, stated.next());
        }
        List<String> asked = Arrays.stream(cells.get(2).split("`", -1))
                .filter(part -> !part.isBlank())
                .toList();
        return new MatrixRow(cells.get(1).replace("`", ""), asked, answers);
    }

    String stated(CallerRole caller) {
        return answers.getOrDefault(caller.column(), "nothing")
                .replace(TELLS_OF_BLOCKS, "")
                .strip();
    }

    boolean refuses(CallerRole caller) {
        return stated(caller).matches("[45].*");
    }

    /** For the blocked caller, if their cell differs. */
    boolean differsForTheBlocked() {
        return answers.getOrDefault(CallerRole.Column.BLOCKED, "").endsWith(TELLS_OF_BLOCKS);
    }

    String method() {
        return endpoint.substring(0, endpoint.indexOf(' '));
    }

    /** Path and query; paths of the legacy API end in a slash. */
    String target() {
        String template = endpoint.substring(endpoint.indexOf(' ') + 1);
        String value = find("[^?{].*").orElse("");
        String path = VARIABLE.matcher(template).replaceAll(value);
        boolean isClassic = path.startsWith("/user/") || path.startsWith("/message/");
        return path + (isClassic ? "/" : "") + find("\\?.*").orElse("");
    }

    Optional<String> body() {
        return find("\\{.*");
    }

    private Optional<String> find(String pattern) {
        return asked.stream().filter(part -> part.matches(pattern)).findFirst();
    }

    @Override
    public String toString() {
        return endpoint + " " + String.join(" ", asked);
    }
}
