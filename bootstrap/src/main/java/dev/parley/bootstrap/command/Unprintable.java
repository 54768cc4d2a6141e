package dev.parley.bootstrap.command;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Characters that command a terminal or reorder what it shows: controls of both ranges, line separators, directions and
 * what cannot be seen. What clients claim may hold anything, and no operator's terminal must obey it.
 */
final class Unprintable {

    private static final Pattern CHARACTERS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private Unprintable() {}

    /** With a question mark for each. */
    static String masked(String text) {
        return CHARACTERS.matcher(text).replaceAll("?");
    }

    /** With JSON's escape for each; they stand within strings there, because JSON has no others outside. */
    static String escaped(String json) {
        return CHARACTERS
                .matcher(json)
                .replaceAll(found -> found.group()
                        .chars()
                        .mapToObj(unit -> String.format(Locale.ROOT, "\\\\u%04x", unit))
                        .collect(Collectors.joining()));
    }
}
